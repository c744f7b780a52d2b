import type { Hook } from 'coact';
import type { FormEvent } from 'react';
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

const says = words.webhooks;
type Act = Hook['allows'][number];
const acts = Object.entries(says.acts) as [Act, string][];

/** Adds an address at which another system tells of something. */
export function HookForm({ onClose, onSaved }: { onClose: () => void; onSaved: (shown: Shown) => void }) {
  const { busy, trouble, run } = useAct();
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  const systems = [...people.values()].filter(
    ({ kind, role, status }) => kind === 'system' && role !== 'admin' && status === 'active',
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => formText(form, name).trim();
    const allows = acts.flatMap(([act]) => (form.get(act) === null ? [] : act));
    const said = { name: text('name'), form: text('form') as Hook['form'], participant: text('participant'), allows };
    let shown: Shown | null = null;
    const save = async () => {
      const { secret, address } = await server.hook.create({ ...said, team: text('team') || null });
      shown = { secret, address };
    };
    if (!(await run(save)) || !shown) return;
    toast({ text: says.saved(said.name) });
    onSaved(shown);
  };
  return (
    <Dialog open onClose={onClose} title={says.newHook} {...(systems.length === 0 && { note: says.noSystem })}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <Field label={says.name} name="name" required maxLength={120} autoFocus />
        <SelectField label={says.form} name="form" options={Object.entries(says.forms)} />
        <SelectField
          label={says.system}
          note={says.systemNote}
          name="participant"
          required
          options={systems.map(({ id, name }) => [id, name] as const)}
        />
        <fieldset>
          <legend className="mb-1 font-medium">{says.allows}</legend>
          {acts.map(([act, title]) => (
            <label key={act} className="flex min-h-8 items-center gap-2.5 max-md:min-h-10">
              <input
                type="checkbox"
                name={act}
                defaultChecked={act !== 'finish'}
                className="size-4 shrink-0 accent-accent"
              />
              {title}
            </label>
          ))}
        </fieldset>
        <SelectField
          label={says.team}
          name="team"
          options={[['', says.ownTeam] as const, ...[...teams.values()].map(({ id, name }) => [id, name] as const)]}
        />
        <TroubleNote trouble={trouble} />
        <FormButtons send={says.save} cancel={says.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}
