import type { Item } from 'coact';
import { words } from '../words/index.ts';
import { EditState } from './edit-state.tsx';
import { quietControl, Term } from './term.tsx';
import { type Edit, useField } from './use-field.ts';

type Name = 'type' | 'labels' | 'skills';

/** A word, or several with commas between them: saved by enter or when the reader goes on. */
export function TextTerm({ item, name, mayEdit }: { item: Item; name: Name; mayEdit: boolean }) {
  const edit = useField(item, name);
  return (
    <Line
      name={name}
      edit={edit}
      mayEdit={mayEdit}
      textOf={(value) => (typeof value === 'string' ? value : value.join(', '))}
      valueOf={(text) => (name === 'type' ? text.trim() : wordsIn(text))}
    />
  );
}

const wordsIn = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

type LineProps<Value> = {
  name: Name;
  edit: Edit<Value>;
  mayEdit: boolean;
  textOf: (value: Value) => string;
  valueOf: (text: string) => Value;
};

function Line<Value>({ name, edit, mayEdit, textOf, valueOf }: LineProps<Value>) {
  const title = words.item.terms[name];
  const text = textOf(edit.value);
  return (
    <Term name={name} title={title} under={<EditState edit={edit} show={textOf} empty={words.item.notSaid} />}>
      {mayEdit ? (
        <input
          key={text}
          aria-label={title}
          data-open=""
          defaultValue={text}
          placeholder={words.item.termPlaceholders[name]}
          onBlur={({ target }) => target.value !== text && void edit.save(valueOf(target.value))}
          onKeyDown={(event) => keys(event, text)}
          className={`${quietControl} w-full placeholder:text-muted`}
        />
      ) : (
        text || <span className="text-muted">{words.item.notSaid}</span>
      )}
    </Term>
  );
}

/** Enter keeps what was typed, escape takes it back; both leave the line. */
export function keys(event: React.KeyboardEvent<HTMLInputElement>, before: string): void {
  if (event.key !== 'Enter' && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape') event.currentTarget.value = before;
  event.currentTarget.blur();
}
