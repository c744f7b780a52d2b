import type { Intake } from 'coact';
import type { FormEvent } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { firstContractOf, readIntakeForm } from './read-intake-form.ts';

const says = words.a2a;
const priorities = [0, 1, 2, 3, 4].map((one) => [String(one), words.common.priorityWord(one)] as const);

type IntakeFormProps = { intake: Intake; onClose: () => void; onSaved: () => void };

/** What a team takes from elsewhere, and what that begins with. */
export function IntakeForm({ intake, onClose, onSaved }: IntakeFormProps) {
  const { busy, trouble, run } = useAct();
  const { name, description, tags, examples } = intake;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = readIntakeForm(new FormData(event.currentTarget), intake);
    if (!(await run(() => server.intake.set(said)))) return;
    toast({ text: says.savedIntake(name) });
    onSaved();
  };
  return (
    <Dialog open wide onClose={onClose} title={says.intakeTitle(name)}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <TextField
          label={says.description}
          note={says.descriptionNote}
          name="description"
          defaultValue={description ?? ''}
          required
          maxLength={2_000}
          autoFocus
        />
        <Switches intake={intake} />
        <Field label={says.tags} note={says.tagsNote} name="tags" defaultValue={tags.join(', ')} />
        <TextField label={says.examples} note={says.examplesNote} name="examples" defaultValue={examples.join('\n')} />
        <Beginning intake={intake} />
        <TroubleNote trouble={trouble} />
        <FormButtons send={says.save} cancel={says.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}

function Switches({ intake }: { intake: Intake }) {
  const switches = [
    ['takes', says.takesLabel],
    ['listed', says.listedLabel],
    ['commits', says.commitsLabel],
  ] as const;
  return (
    <div>
      {switches.map(([field, label]) => (
        <label key={field} className="flex min-h-8 items-center gap-2.5 max-md:min-h-10">
          <input
            type="checkbox"
            name={field}
            defaultChecked={intake[field]}
            className="size-4 shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
    </div>
  );
}

function Beginning({ intake }: { intake: Intake }) {
  const { priority, risk = 'medium', criteria = [] } = firstContractOf(intake);
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-3">
      <legend className="px-1 font-medium">{says.contract}</legend>
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          label={says.priority}
          name="priority"
          defaultValue={priority === undefined ? '' : String(priority)}
          options={[['', says.noPriority], ...priorities]}
        />
        <SelectField label={says.risk} name="risk" defaultValue={risk} options={Object.entries(words.common.risks)} />
      </div>
      <TextField
        label={says.criteria}
        note={says.criteriaNote}
        name="criteria"
        defaultValue={criteria.map(({ text }) => text).join('\n')}
      />
    </fieldset>
  );
}
