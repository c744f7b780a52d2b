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
        <select
          aria-label={title}
          data-open=""
          value={at}
          onChange={({ target }) => {
            const chosen = choices[Number(target.value)];
            if (chosen) void edit.save(chosen.value);
          }}
          className={quietControl}
        >
          {choices.map(({ word }, index) => (
            <option key={word} value={index}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        wordOf(edit.value)
      )}
    </Term>
  );
}
