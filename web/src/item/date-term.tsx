import type { Item } from 'coact';
import { useState } from 'react';
import { When } from '../parts/time.tsx';
import { words } from '../words/index.ts';
import { Change } from './change.tsx';
import { EditState } from './edit-state.tsx';
import { fromLocal, toLocal } from './local-time.ts';
import { quietControl, Term } from './term.tsx';
import { keys } from './text-term.tsx';
import { useField } from './use-field.ts';

type Props = { item: Item; name: 'due' | 'start'; mayEdit: boolean };

/** A moment in the reader's own zone, or none. */
export function DateTerm({ item, name, mayEdit }: Props) {
  const edit = useField(item, name);
  const [isOpen, setOpen] = useState(false);
  const title = words.item.terms[name];
  const isLate = item.overdue && name === 'due';
  return (
    <Term name={name} title={title} under={<EditState edit={edit} show={shown} empty={words.item.notSaid} />}>
      {isOpen ? (
        <Moment
          title={title}
          value={edit.value}
          onDone={(value) => {
            setOpen(false);
            void edit.save(value);
          }}
        />
      ) : (
        <span className="flex flex-wrap items-center gap-x-2">
          <span className={isLate ? 'text-fail' : ''}>
            {shown(edit.value) ?? <span className="text-muted">{words.item.notSaid}</span>}
          </span>
          {mayEdit && <Change label={words.item.changeField(title)} onOpen={() => setOpen(true)} />}
        </span>
      )}
    </Term>
  );
}

type MomentProps = { title: string; value: string | null; onDone: (value: string | null) => void };

function Moment({ title, value, onDone }: MomentProps) {
  const local = toLocal(value);
  return (
    <input
      autoFocus
      type="datetime-local"
      aria-label={title}
      defaultValue={local}
      onBlur={({ target }) => onDone(target.value === local ? value : fromLocal(target.value))}
      onKeyDown={(event) => keys(event, local)}
      className={`${quietControl} border-edge`}
    />
  );
}

const shown = (value: string | null) => (value ? <When at={value} /> : null);
