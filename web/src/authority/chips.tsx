import { type ReactNode, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';

type ChipsProps<One> = {
  label: string;
  all: readonly One[];
  word: (one: One) => string;
  onAll: (all: readonly One[]) => void;
  /** What adds another one. */
  children: ReactNode;
};

/** Several things that were chosen, each with its way out, and beside them the control that adds one. */
export function Chips<One>({ label, all, word, onAll, children }: ChipsProps<One>) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-1.5">
      {all.map((one) => (
        <span
          key={word(one)}
          className="inline-flex min-h-8 items-center gap-1 rounded-md border border-line bg-paper pl-2 max-md:min-h-10"
        >
          {word(one)}
          <button
            type="button"
            aria-label={words.authority.editor.remove(word(one))}
            onClick={() => onAll(all.filter((other) => other !== one))}
            className="grid size-7 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink max-md:size-9"
          >
            ×
          </button>
        </span>
      ))}
      {children}
    </div>
  );
}

type AddTextProps = { label: string; known: readonly string[]; onAdd: (text: string) => void };

/** Adds what is typed, or one of what is known; enter adds it too, instead of sending the form around it. */
export function AddText({ label, known, onAdd }: AddTextProps) {
  const [text, setText] = useState('');
  const list = useId();
  const add = () => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <span className="inline-flex items-center gap-1">
      <input
        aria-label={label}
        placeholder={label}
        list={list}
        maxLength={60}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
        className="min-h-8 w-36 rounded-md border border-edge bg-sheet px-2 placeholder:text-muted max-md:min-h-10 max-md:text-[16px]"
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button aria-label={`${label}: ${words.authority.editor.addTypeDo}`} onClick={add}>
        {words.authority.editor.addTypeDo}
      </Button>
    </span>
  );
}

type AddProps = {
  label: string;
  options: readonly (readonly [value: string, text: string])[];
  onAdd: (value: string) => void;
  groups?: readonly { title: string; options: AddProps['options'] }[];
};

/** Adds one of a list: choosing is adding. */
export const AddOne = ({ label, options, onAdd, groups = [] }: AddProps) => (
  <select
    aria-label={label}
    value=""
    onChange={({ target }) => target.value && onAdd(target.value)}
    className="min-h-8 max-w-full rounded-md border border-edge bg-sheet px-2 text-muted max-md:min-h-10 max-md:text-[16px]"
  >
    <option value="">{label}</option>
    {options.map(([value, text]) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))}
    {groups.map(({ title, options: some }) => (
      <optgroup key={title} label={title}>
        {some.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
);
