import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import { blankDraft, type MeasureDraft } from './measure-draft.ts';

type FieldsProps = { drafts: readonly MeasureDraft[]; onChange: (drafts: MeasureDraft[]) => void };

/** How one will know: what is counted, in what, from where, to where. */
export function MeasureFields({ drafts, onChange }: FieldsProps) {
  const { form } = words.outcomes;
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-medium">{form.measures}</legend>
      {drafts.map((draft) => (
        <OneMeasure
          key={draft.key}
          draft={draft}
          onChange={(changed) => onChange(drafts.map((one) => (one.key === draft.key ? changed : one)))}
          onRemove={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      <Button onClick={() => onChange([...drafts, blankDraft()])}>{form.addMeasure}</Button>
    </fieldset>
  );
}

type OneProps = { draft: MeasureDraft; onChange: (draft: MeasureDraft) => void; onRemove: () => void };

function OneMeasure({ draft, onChange, onRemove }: OneProps) {
  const { form } = words.outcomes;
  const numeric = { type: 'number', step: 'any', inputMode: 'decimal' } as const;
  return (
    <div className="grid grid-cols-3 items-end gap-2 border-l-2 border-line pl-3">
      <div className="col-span-3">
        <Field
          label={form.name}
          value={draft.name}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
      </div>
      <Field
        label={form.baseline}
        {...numeric}
        value={draft.baseline}
        onChange={({ target }) => onChange({ ...draft, baseline: target.value })}
      />
      <Field
        label={form.target}
        {...numeric}
        value={draft.target}
        onChange={({ target }) => onChange({ ...draft, target: target.value })}
      />
      <Field
        label={form.unit}
        value={draft.unit}
        onChange={({ target }) => onChange({ ...draft, unit: target.value })}
      />
      <Button look="quiet" className="col-span-3 justify-self-start text-sm" onClick={onRemove}>
        {form.removeMeasure(draft.name)}
      </Button>
    </div>
  );
}
