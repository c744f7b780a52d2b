import { Button } from '../parts/button.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import { type DecisionDraft, withoutOption } from './decision-draft.ts';

const says = words.decisions.ask;
/** As many as a request may have. */
const MOST = 20;

type Props = { draft: DecisionDraft; onChange: (draft: DecisionDraft) => void };

/** What there is to choose from, each with what follows from it, and which of them is recommended. */
export function OptionsFields({ draft, onChange }: Props) {
  const { options } = draft;
  const change = (at: number, some: Partial<DecisionDraft['options'][number]>) =>
    onChange({ ...draft, options: options.map((one, index) => (index === at ? { ...one, ...some } : one)) });
  return (
    <>
      <fieldset className="space-y-3">
        <legend className="mb-1 font-medium">{words.decisions.options}</legend>
        {options.map(({ text, consequences }, at) => (
          // An option is meant by its place.
          <div key={at} className="flex items-end gap-2">
            <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-2">
              <Field
                label={says.option(at + 1)}
                value={text}
                maxLength={500}
                onChange={({ target }) => change(at, { text: target.value })}
              />
              <Field
                label={says.consequencesOf(at + 1)}
                value={consequences}
                onChange={({ target }) => change(at, { consequences: target.value })}
              />
            </div>
            {options.length > 2 && (
              <Button
                look="quiet"
                className="px-2"
                aria-label={says.leaveOut(says.option(at + 1))}
                onClick={() => onChange(withoutOption(draft, at))}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            )}
          </div>
        ))}
        {options.length < MOST && (
          <Button onClick={() => onChange({ ...draft, options: [...options, { text: '', consequences: '' }] })}>
            {says.another}
          </Button>
        )}
      </fieldset>
      <Recommendation draft={draft} onChange={onChange} />
    </>
  );
}

/** The options that are written down, by their places. */
export const optionChoices = ({ options }: DecisionDraft) =>
  options.flatMap(({ text }, at) => (text.trim() ? [[String(at), text] as const] : []));

function Recommendation({ draft, onChange }: Props) {
  const { recommended, reason, blind } = draft;
  return (
    <>
      <SelectField
        label={says.recommend}
        value={recommended === null ? '' : String(recommended)}
        options={[['', says.nothing], ...optionChoices(draft)]}
        onChoose={(value) => onChange({ ...draft, recommended: value === '' ? null : Number(value) })}
      />
      {recommended !== null && (
        <>
          <TextField
            label={says.why}
            value={reason}
            onChange={({ target }) => onChange({ ...draft, reason: target.value })}
          />
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={blind}
              onChange={({ target }) => onChange({ ...draft, blind: target.checked })}
              className="size-4 accent-accent"
            />
            {says.blind}
          </label>
        </>
      )}
    </>
  );
}
