import type { Item } from 'coact';
import { words } from '../words/index.ts';
import { EditState } from './edit-state.tsx';
import { quietControl, Term } from './term.tsx';
import { useField } from './use-field.ts';

type Name = 'priority' | 'risk' | 'reversible';
type Props<Field extends Name> = {
  item: Item;
  name: Field;
  mayEdit: boolean;
  choices: readonly { value: Item[Field]; word: string }[];
};

/** One of a few: saved as soon as it is chosen. */
export function ChoiceTerm<Field extends Name>({ item, name, mayEdit, choices }: Props<Field>) {
  const edit = useField(item, name);
  const title = words.item.terms[name];
  const at = choices.findIndex(({ value }) => value === edit.value);
  const wordOf = (value: Item[Field]) => choices.find((one) => one.value === value)?.word ?? String(value);
  return (
    <Term name={name} title={title} under={<EditState edit={edit} show={wordOf} empty={words.item.notSaid} />}>
      {mayEdit ? (
        <span className="relative -ml-[calc(0.375rem+1px)] inline-flex max-w-full items-center">
          <select
            aria-label={title}
            data-open=""
            value={at}
            onChange={({ target }) => {
              const chosen = choices[Number(target.value)];
              if (chosen) void edit.save(chosen.value);
            }}
            className={`${quietControl} ml-0 field-sizing-content appearance-none pr-6`}
          >
            {choices.map(({ word }, index) => (
              <option key={word} value={index}>
                {word}
              </option>
            ))}
          </select>
          <Arrow />
        </span>
      ) : (
        wordOf(edit.value)
      )}
    </Term>
  );
}

/** The browser's own arrow stands where the longest of the choices would end. */
const Arrow = () => (
  <svg viewBox="0 0 10 6" aria-hidden="true" className="pointer-events-none absolute right-2 h-1.5 w-2.5 text-muted">
    <path d="m1 1 4 4 4-4" className="fill-none stroke-current stroke-[1.5]" />
  </svg>
);
