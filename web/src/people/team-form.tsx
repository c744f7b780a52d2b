import type { Team } from 'coact';
import type { FormEvent } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { loadPeople } from '../state/load.ts';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.people.team;

/** Adds a team, or renames it, gives it another lead, moves it under another team. */
export function TeamForm({ team, onClose }: { team?: Team; onClose: () => void }) {
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    let saved: Team | undefined;
    const done = await run(async () => {
      saved = await save(form, team);
      await loadPeople();
    });
    if (!done || !saved) return;
    if (!team) go({ page: 'people', chosen: saved.id });
    onClose();
    toast({ text: says.saved(saved.name) });
  };
  const note = team ? undefined : says.newNote;
  return (
    <Dialog open onClose={onClose} title={team ? says.editTitle(team.name) : says.newTitle} {...(note && { note })}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <TeamFields {...(team && { team })} />
        <TroubleNote trouble={trouble} />
        <FormButtons
          send={team ? says.save : says.create}
          cancel={words.people.form.cancel}
          onCancel={onClose}
          busy={busy}
        />
      </form>
    </Dialog>
  );
}

function save(form: FormData, team: Team | undefined): Promise<Team> {
  const text = (name: string) => formText(form, name).trim();
  const said = { name: text('name'), parent: text('parent') || null, lead: text('lead') || null };
  return team
    ? server.team.update({ id: team.id, ...said }, { ifMatch: team.version })
    : server.team.create({ ...said, key: text('key').toUpperCase() });
}

function TeamFields({ team }: { team?: Team }) {
  const teams = useStore((state) => state.teams);
  const people = useStore((state) => state.people);
  const leads = [...people.values()].filter(({ kind, status }) => kind === 'human' && status === 'active');
  const others = [...teams.values()].filter(({ id }) => id !== team?.id);
  return (
    <>
      <Field label={says.name} name="name" defaultValue={team?.name} required maxLength={120} autoFocus />
      {!team && <Field label={says.key} note={says.keyNote} name="key" required pattern="[A-Za-z][A-Za-z0-9]{1,9}" />}
      <SelectField label={says.parent} name="parent" defaultValue={team?.parent ?? ''}>
        <option value="">{says.noParent}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={says.lead} note={says.leadNote} name="lead" defaultValue={team?.lead ?? ''}>
        <option value="">{says.noLead}</option>
        {leads.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  );
}
