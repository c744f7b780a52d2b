import type { Webhook } from 'coact';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Shown } from './shown-secret.tsx';
import { WebhookFilter, readFilter } from './webhook-filter.tsx';

const says = words.webhooks;
type Carries = Webhook['carries'];

type WebhookFormProps = { webhook?: Webhook; onClose: () => void; onSaved: (shown: Shown | null) => void };

/** Adds a webhook, or changes one. */
export function WebhookForm({ webhook, onClose, onSaved }: WebhookFormProps) {
  const { busy, trouble, run } = useAct();
  const [carries, setCarries] = useState<Carries>(webhook?.carries ?? 'events');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => formText(form, name).trim();
    const chosen = carries === 'events' ? readFilter(form) : {};
    const said = { name: text('name'), url: text('url'), ...chosen };
    const save = async (): Promise<Shown | null> => {
      if (webhook)
        return (await server.webhook.update({ id: webhook.id, ...said }, { ifMatch: webhook.version })) && null;
      const whose = carries === 'assignments' ? { participant: text('participant') } : {};
      return { secret: (await server.webhook.create({ ...said, carries, ...whose })).secret };
    };
    let shown: Shown | null = null;
    if (!(await run(async () => (shown = await save())))) return;
    toast({ text: says.saved(said.name) });
    onSaved(shown);
  };
  return (
    <Dialog open onClose={onClose} title={webhook ? says.editTitle(webhook.name) : says.newTitle}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <Field label={says.name} name="name" defaultValue={webhook?.name} required maxLength={120} autoFocus />
        <Field
          label={says.url}
          note={says.urlNote}
          name="url"
          type="url"
          defaultValue={webhook?.url}
          required
          maxLength={2_000}
        />
        {!webhook && (
          <SelectField
            label={says.carries}
            options={[
              ['events', says.events],
              ['assignments', says.assignments],
            ]}
            value={carries}
            onChoose={(chosen) => setCarries(chosen as Carries)}
          />
        )}
        {carries === 'events' && <WebhookFilter {...(webhook && { webhook })} />}
        {carries === 'assignments' && !webhook && <Whose />}
        <TroubleNote trouble={trouble} />
        <FormButtons send={says.save} cancel={says.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}

function Whose() {
  const people = useStore((state) => state.people);
  const agents = [...people.values()].filter(({ kind, status }) => kind === 'agent' && status !== 'retired');
  const options = agents.map(({ id, name }) => [id, name] as const);
  return <SelectField label={says.agent} note={says.agentNote} name="participant" options={options} required />;
}
