import { type ComponentProps, useId } from 'react';

const box =
  'w-full rounded-md border border-edge bg-sheet px-2.5 py-1.5 text-ink placeholder:text-muted max-md:py-2 max-md:text-[16px]';

type Labelled = { label: string; note?: string };

/** A line to type in, with its label and what to know before. */
export function Field({ label, note, ...rest }: Labelled & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input id={id} aria-describedby={note ? `${id}-note` : undefined} {...rest} className={box} />
      {note && (
        <p id={`${id}-note`} className="mt-1 text-sm text-muted">
          {note}
        </p>
      )}
    </div>
  );
}

/** Several lines to type in; it grows with what is typed. */
export function TextField({ label, note, ...rest }: Labelled & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <div className="max-w-[44rem]">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        aria-describedby={note ? `${id}-note` : undefined}
        {...rest}
        className={`${box} field-sizing-content min-h-16`}
      />
      {note && (
        <p id={`${id}-note`} className="mt-1 text-sm text-muted">
          {note}
        </p>
      )}
    </div>
  );
}
