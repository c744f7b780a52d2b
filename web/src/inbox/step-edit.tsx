import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { readField, writeField } from './step-fields.ts';
import { type NameOf, fieldWord, stepsIn, tellValue } from './tell-value.ts';

const says = words.proposals;

type Props = {
  number: number;
  input: Record<string, unknown>;
  nameOf: NameOf;
  onKeep: (input: Record<string, unknown>) => void;
  onUndo: () => void;
  onClose: () => void;
};

/** The fields of a step, to be sent as they shall be; what refers to another step stays as it is. */
export function StepEdit({ number, input, nameOf, onKeep, onUndo, onClose }: Props) {
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(Object.entries(input).map(([name, value]) => [name, writeField(name, value)])),
  );
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const read = Object.entries(input).map(([name, value]) => ({ name, ...readField(name, value, texts[name] ?? '') }));
    const broken = read.find(({ isWrong }) => isWrong);
    if (broken) return setWrong(says.rawWrong(fieldWord(broken.name)));
    return onKeep(
      Object.fromEntries(read.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value])),
    );
  };
  return (
    <Dialog open onClose={onClose} title={says.editTitle(number)} note={says.editNote} wide>
      <form className="space-y-4" onSubmit={keep}>
        {Object.entries(input).map(([name, value]) =>
          stepsIn(value).length > 0 ? (
            <p key={name}>
              <span className="font-medium">{fieldWord(name)}</span>{' '}
              <span className="text-muted">{tellValue(name, value, nameOf)}</span>
            </p>
          ) : (
            <EditField
              key={name}
              name={name}
              original={value}
              text={texts[name] ?? ''}
              onChange={(text) => setTexts({ ...texts, [name]: text })}
            />
          ),
        )}
        {wrong && <TroubleNote trouble={{ message: wrong, hint: '' }} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary">
            {says.keep}
          </Button>
          <Button look="quiet" onClick={onUndo}>
            {says.undo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const priorities = [0, 1, 2, 3, 4].map((value) => [String(value), words.common.priorityWord(value)] as const);
const yesNo = [
  ['true', says.yes],
  ['false', says.no],
] as const;

type EditProps = { name: string; original: unknown; text: string; onChange: (text: string) => void };

function EditField({ name, original, text, onChange }: EditProps) {
  const label = fieldWord(name);
  const typed = {
    label,
    value: text,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (name === 'priority') return <SelectField label={label} value={text} options={priorities} onChoose={onChange} />;
  if (name === 'due' || name === 'start') return <Field {...typed} type="datetime-local" />;
  if (typeof original === 'boolean')
    return <SelectField label={label} value={text} options={yesNo} onChoose={onChange} />;
  if (typeof original === 'number') return <Field {...typed} type="number" step="any" />;
  if (name === 'criteria' || isTexts(original)) return <TextField {...typed} note={says.oneALine} />;
  if (typeof original === 'string') return original.length > 80 ? <TextField {...typed} /> : <Field {...typed} />;
  return <TextField {...typed} note={says.raw} />;
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');
