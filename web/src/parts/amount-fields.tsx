import { Field } from './field.tsx';

type Props<Name extends string> = {
  names: readonly Name[];
  labels: Record<Name, string>;
  values: Partial<Record<Name, string>>;
  note?: string;
  onChange: (name: Name, text: string) => void;
};

/** A line for each amount of a budget. */
export const AmountFields = <Name extends string>({ names, labels, values, note, onChange }: Props<Name>) => (
  <div className="grid gap-3 sm:grid-cols-3">
    {names.map((name, index) => (
      <Field
        key={name}
        label={labels[name]}
        {...(note && index === 0 && { note })}
        autoFocus={index === 0}
        inputMode="decimal"
        className="tabular-nums"
        value={values[name] ?? ''}
        onChange={({ target }) => onChange(name, target.value)}
      />
    ))}
  </div>
);
