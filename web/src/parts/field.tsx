import { type ComponentProps, type ReactNode, useId } from 'react';

const box = 'w-full rounded-md border border-edge bg-sheet px-2.5 text-ink placeholder:text-muted max-md:text-[16px]';

/** As high as a button, so that the two stand well beside each other. */
const line = 'min-h-8 py-1 max-md:min-h-10';

type Labelled = { label: string; note?: string };
type Told = { id: string; 'aria-describedby': string | undefined };

/** A control with its label, and what to know before. */
function Frame({ label, note, control }: Labelled & { control: (told: Told) => ReactNode }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {control({ id, 'aria-describedby': note ? `${id}-note` : undefined })}
      {note && (
        <p id={`${id}-note`} className="mt-1 text-sm text-muted">
          {note}
        </p>
      )}
    </>
  );
}

/** A line to type in. */
export const Field = ({ label, note, ...rest }: Labelled & ComponentProps<'input'>) => (
  <div>
    <Frame
      label={label}
      {...(note && { note })}
      control={(told) => <input {...told} {...rest} className={`${box} ${line}`} />}
    />
  </div>
);

/** Several lines to type in; it grows with what is typed. */
export const TextField = ({ label, note, ...rest }: Labelled & ComponentProps<'textarea'>) => (
  <div className="max-w-[44rem]">
    <Frame
      label={label}
      {...(note && { note })}
      control={(told) => (
        <textarea rows={2} {...told} {...rest} className={`${box} field-sizing-content min-h-16 py-1.5`} />
      )}
    />
  </div>
);

type SelectFieldProps = Labelled &
  ComponentProps<'select'> & {
    /** What is sent, and what is read; or options as children. */
    options?: readonly (readonly [value: string, text: string])[];
    onChoose?: (value: string) => void;
  };

/** One of a few to choose from, in the platform's own control. */
export const SelectField = ({ label, note, options = [], onChoose, children, ...rest }: SelectFieldProps) => (
  <div>
    <Frame
      label={label}
      {...(note && { note })}
      control={(told) => (
        <select
          {...told}
          {...(onChoose && { onChange: ({ target }) => onChoose(target.value) })}
          {...rest}
          className={`${box} ${line}`}
        >
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
          {children}
        </select>
      )}
    />
  </div>
);
