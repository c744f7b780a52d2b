import type { Participant } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { listOf } from '../people/read-person-form.ts';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Connected } from './connect-agent.tsx';

const says = words.start.connect;

/** A new agent that the reader answers for, or one that is here already; then its token is made. */
export function AgentChoice({ onConnected }: { onConnected: (connected: Connected) => void }) {
  const agents = useMyAgents();
  const [existing, setExisting] = useState(false);
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    let connected: Connected | null = null;
    await run(async () => {
      const agent = await agentOf(form, agents);
      const { id: tokenId, token } = await server.token.create({ id: agent.id, name: says.tokenName });
      connected = { agent, tokenId, token };
    });
    if (connected) onConnected(connected);
  };
  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {agents.length > 0 && (
        <fieldset className="space-y-1.5">
          <legend className="mb-1.5 font-medium">{says.who}</legend>
          <Choice
            name="who"
            title={says.make}
            note={says.makeNote}
            chosen={!existing}
            onChoose={() => setExisting(false)}
            first={false}
          />
          <Choice name="who" title={says.existing} chosen={existing} onChoose={() => setExisting(true)} first={false} />
        </fieldset>
      )}
      {existing ? (
        <SelectField label={says.choose} name="agent">
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <>
          <Field label={says.name} note={says.nameNote} name="name" required maxLength={120} autoComplete="off" />
          <Field label={says.skills} note={says.skillsNote} name="skills" autoComplete="off" />
        </>
      )}
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy}>
        {says.makeToken}
      </Button>
    </form>
  );
}

/** The agents whose tokens the reader may make. */
export function useMyAgents(): readonly Participant[] {
  const people = useStore((state) => state.people);
  const me = useStore((state) => state.me);
  return [...people.values()].filter(
    ({ kind, status, sponsor }) =>
      kind === 'agent' && status === 'active' && (me?.role === 'admin' || sponsor === me?.id),
  );
}

export async function agentOf(form: FormData, agents: readonly Participant[]): Promise<Participant> {
  const known = agents.find(({ id }) => id === formText(form, 'agent'));
  return (
    known ??
    (await server.participant.create({
      kind: 'agent',
      name: formText(form, 'name').trim(),
      skills: listOf(formText(form, 'skills')),
    }))
  );
}
