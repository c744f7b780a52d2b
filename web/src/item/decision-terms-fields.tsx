import { Field, SelectField } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { optionChoices } from './decision-options.tsx';
import { isPerson } from './options.tsx';
import { PeopleField } from './people-field.tsx';

const says = words.decisions;

type Props = { draft: DecisionDraft; change: (some: Partial<DecisionDraft>) => void };

const reversibles = [
  ['', says.ask.notSaid],
  ['yes', says.form.undoable],
  ['no', says.form.notUndoable],
] as const;
const reversibleOf = (value: string): DecisionDraft['reversible'] => (value === 'yes' || value === 'no' ? value : '');

/** What kind of decision it is, until when it is needed, and who has a part in it beside whoever decides. */
export function DecisionTermsFields({ draft, change }: Props) {
  const { kind, amount, reversible, due, onSilence, agree, input, perform } = draft;
  return (
    <div className="space-y-4">
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          label={says.kind}
          note={says.rights.kindNote}
          maxLength={60}
          value={kind}
          onChange={({ target }) => change({ kind: target.value })}
        />
        <Field
          label={says.amount}
          type="number"
          min={0}
          step="any"
          value={amount}
          onChange={({ target }) => change({ amount: target.value })}
        />
        <SelectField
          label={says.reversible}
          value={reversible}
          options={reversibles}
          onChoose={(value) => change({ reversible: reversibleOf(value) })}
        />
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          label={says.ask.due}
          type="datetime-local"
          value={due}
          onChange={({ target }) => change({ due: target.value })}
        />
        {due !== '' && (
          <SelectField
            label={says.ask.onSilence}
            value={onSilence === null ? '' : String(onSilence)}
            options={[['', says.ask.keepAsking], ...optionChoices(draft)]}
            onChoose={(value) => change({ onSilence: value === '' ? null : Number(value) })}
          />
        )}
      </div>
      <div className="space-y-2">
        <PeopleField label={says.roles.agree} ids={agree} who={isPerson} onChange={(ids) => change({ agree: ids })} />
        <PeopleField label={says.roles.input} ids={input} onChange={(ids) => change({ input: ids })} />
        <PeopleField
          label={says.roles.perform}
          ids={perform === null ? [] : [perform]}
          most={1}
          onChange={([id = null]) => change({ perform: id })}
        />
        <p className="text-sm text-muted">{says.ask.decides}</p>
      </div>
    </div>
  );
}
