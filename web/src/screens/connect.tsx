import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { readLimits } from '../people/token-limits.tsx';
import { agentOf, useMyAgents } from '../start/agent-choice.tsx';
import { type Asking, consent, decline, readAsking } from '../state/connection.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Card } from './card.tsx';

const says = words.connect;
const { sets } = words.shares.scopes;
const scopes = [
  ['read', sets.read],
  ['work', sets.work],
  ['manage', sets.manage],
  ['', says.all],
] as const;

/** A client of MCP has sent the reader here: they choose the agent that it stands for, or say no. */
export function Connect({ uid }: { uid: string }) {
  const { answer, trouble } = useQuery(uid, () => readAsking(uid));
  if (trouble)
    return (
      <Card title={says.gone}>
        <p className="text-muted">{says.goneNote}</p>
      </Card>
    );
  return answer && <ConsentForm uid={uid} asking={answer} />;
}

function ConsentForm({ uid, asking: { client, returnsTo, scopes: asked } }: { uid: string; asking: Asking }) {
  const agents = useMyAgents();
  const [chosen, setChosen] = useState('');
  const [leaving, setLeaving] = useState(false);
  const { busy, trouble, run } = useAct();
  const leave = async (answer: () => Promise<{ to: string }>) => {
    let to = '';
    if (!(await run(async () => ({ to } = await answer())))) return;
    setLeaving(true);
    location.assign(to);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void leave(async () => consent(uid, { agent: (await agentOf(form, agents)).id, ...readLimits(form) }));
  };
  return (
    <Card title={says.title(client.name)}>
      <p className="mb-5 text-muted [overflow-wrap:anywhere]">{says.lead(client.name, returnsTo)}</p>
      <form className="space-y-4" onSubmit={submit}>
        <SelectField label={says.who} name="agent" value={chosen} onChoose={setChosen}>
          <option value="">{says.new}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {chosen === '' && (
          <Field
            label={says.newName}
            note={says.newNote}
            name="name"
            defaultValue={client.name}
            required
            maxLength={120}
            autoComplete="off"
          />
        )}
        <SelectField
          label={says.scope}
          note={says.scopeNote}
          name="scope"
          options={scopes}
          defaultValue={asked.at(-1) ?? 'work'}
        />
        <TroubleNote trouble={trouble} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={busy || leaving}>
            {leaving ? says.leaving : busy ? says.busy : says.yes}
          </Button>
          <Button disabled={busy || leaving} onClick={() => void leave(() => decline(uid))}>
            {says.no}
          </Button>
        </div>
      </form>
    </Card>
  );
}
