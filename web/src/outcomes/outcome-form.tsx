import type { Outcome } from 'coact';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadOutcomes } from '../state/load.ts';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { blankDraft, draftOf, measuresOf, unfinished } from './measure-draft.ts';
import { MeasureFields } from './measure-fields.tsx';
import { outcomeTree, withBelow } from './outcome-tree.ts';

type FormProps = {
  /** Null: a new one. */
  outcome: Outcome | null;
  /** Under which a new one begins. */
  parent: string | null;
  onClose: () => void;
  onSaved: (id: string) => void;
};

export const OutcomeDialog = (props: FormProps) => (
  <Dialog
    open
    onClose={props.onClose}
    title={props.outcome ? words.outcomes.form.edit : words.outcomes.form.create}
    wide
  >
    <OutcomeForm {...props} />
  </Dialog>
);

/** Writes an outcome down, or changes it: what will be true, who answers for it, and how one will know. */
function OutcomeForm({ outcome, parent: under, onClose, onSaved }: FormProps) {
  const { form } = words.outcomes;
  const { busy, trouble, run, complain } = useAct();
  const [title, setTitle] = useState(outcome?.title ?? '');
  const [description, setDescription] = useState(outcome?.description ?? '');
  const [parent, setParent] = useState(outcome?.parent ?? under ?? '');
  const [owner, setOwner] = useState(outcome?.owner ?? getState().me?.id ?? '');
  const [drafts, setDrafts] = useState(outcome ? outcome.measures.map(draftOf) : [blankDraft()]);
  const save = async () => {
    const lacking = unfinished(drafts);
    if (lacking) return complain({ message: form.notANumber(lacking.name), hint: form.notANumberHint });
    const said = { title, description, parent: parent || null, owner, measures: measuresOf(drafts) };
    let id = outcome?.id ?? '';
    const worked = await run(async () => {
      if (outcome) await server.outcome.update({ id, ...said }, { ifMatch: outcome.version });
      else ({ id } = await server.outcome.create(said));
      await loadOutcomes();
    });
    if (worked) onSaved(id);
  };
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={form.title} required autoFocus value={title} onChange={({ target }) => setTitle(target.value)} />
      <TextField label={form.description} value={description} onChange={({ target }) => setDescription(target.value)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={form.owner} value={owner} onChoose={setOwner} options={owners()} />
        <SelectField label={form.parent} value={parent} onChoose={setParent} options={parents(outcome)} />
      </div>
      <MeasureFields drafts={drafts} onChange={setDrafts} />
      <TroubleNote trouble={trouble} />
      <FormButtons send={busy ? form.saving : form.save} cancel={form.cancel} onCancel={onClose} busy={busy} />
    </form>
  );
}

/** Only people who are here can be accountable. */
const owners = () =>
  [...getState().people.values()]
    .filter(({ kind, status }) => kind === 'human' && status === 'active')
    .map(({ id, name }) => [id, name] as const)
    .sort(([, a], [, b]) => a.localeCompare(b));

function parents(outcome: Outcome | null) {
  const all = [...getState().outcomes.values()];
  const own = outcome ? withBelow(outcomeTree(all), outcome.id) : new Set<string>();
  const open = all.filter(({ id, state }) => state === 'open' && !own.has(id));
  return [['', words.outcomes.form.noParent], ...open.map(({ id, title }) => [id, title] as const)] as const;
}
