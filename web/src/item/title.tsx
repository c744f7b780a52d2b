import type { Item } from 'coact';
import { type RefObject, useEffect, useRef } from 'react';
import { words } from '../words/index.ts';
import { EditState } from './edit-state.tsx';
import { useField } from './use-field.ts';

type Props = {
  item: Item;
  /** Of the heading: the page's own, or below that of the work. */
  level: 1 | 2;
  mayEdit: boolean;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
};

/** What the work is called; a press makes it writable, enter keeps it, escape takes it back. */
export function Title({ item, level, mayEdit, isEditing, onEdit }: Props) {
  const edit = useField(item, 'title');
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = level === 1 ? 'h1' : 'h2';
  useFocusBack(heading, isEditing);
  const end = (isKept: boolean) => {
    const isBlank = edit.value.trim() === '';
    if (!isKept || isBlank) edit.drop();
    else void edit.save(edit.value.trim());
    onEdit(false);
  };
  return (
    <div data-field="title" className="@container">
      {isEditing ? (
        <textarea
          autoFocus
          rows={1}
          aria-label={words.item.titleLabel}
          value={edit.value}
          maxLength={300}
          onChange={({ target }) => edit.type(target.value.replaceAll('\n', ' '))}
          onBlur={() => end(true)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            end(event.key === 'Enter');
          }}
          className="-mx-1.5 -my-0.5 block field-sizing-content w-[calc(100%+0.75rem)] resize-none rounded-md border border-edge bg-sheet px-1.5 py-0.5 text-lg font-semibold"
        />
      ) : (
        <Heading
          ref={heading}
          tabIndex={-1}
          className={`prose text-lg font-semibold outline-none ${mayEdit ? 'cursor-text' : ''}`}
          onClick={() => mayEdit && onEdit(true)}
        >
          {edit.value}
        </Heading>
      )}
      {!isEditing && <EditState edit={edit} show={(title) => <p className="prose">{title}</p>} empty="" />}
    </div>
  );
}

function useFocusBack(heading: RefObject<HTMLElement | null>, isEditing: boolean): void {
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (wasEditing.current && !isEditing) heading.current?.focus();
    wasEditing.current = isEditing;
  }, [heading, isEditing]);
}
