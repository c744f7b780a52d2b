import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { Conflict } from './conflict.tsx';
import type { Edit } from './use-field.ts';

export type FrameProps<Value> = {
  /** Its name in the contract: what is missing names it, and the hint leads here. */
  name: string;
  title: string;
  edit: Edit<Value>;
  mayEdit: boolean;
  /** How it reads; null where nothing is said. */
  show: (value: Value) => ReactNode;
  /** What stands there while nothing is said. */
  empty: string;
  children: ReactNode;
};

/** A part of the contract to read, and on request to write: saved by ctrl enter, dropped by escape, kept while neither. */
export function FieldFrame<Value>({ name, title, edit, mayEdit, show, empty, children }: FrameProps<Value>) {
  const [isOpen, setOpen] = useState(edit.isTyped);
  const opener = useFocusAfter(isOpen);
  const save = async () => {
    if (await edit.save()) setOpen(false);
  };
  const cancel = () => {
    edit.drop();
    setOpen(false);
  };
  const shown = show(edit.value);
  return (
    <section data-field={name} aria-label={title} className="scroll-mt-16">
      <div className="mb-0.5 flex min-h-6 items-center gap-2">
        <h3 className="text-sm text-muted">{title}</h3>
        {mayEdit && !isOpen && (
          <button
            ref={opener}
            type="button"
            data-open=""
            aria-label={shown ? words.item.editField(title) : words.item.writeField(title)}
            onClick={() => setOpen(true)}
            className="min-h-6 rounded px-1.5 text-sm text-accent hover:bg-hover"
          >
            {shown ? words.item.edit : words.item.write}
          </button>
        )}
      </div>
      {isOpen ? (
        <div onKeyDown={(event) => keys(event, { save: () => void save(), cancel })}>
          {children}
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <Button look="primary" hint={words.item.saveKey} disabled={edit.busy} onClick={() => void save()}>
              {edit.busy ? words.item.saving : words.item.save}
            </Button>
            <Button look="quiet" hint={words.item.cancelKey} onClick={cancel}>
              {words.item.dropEdit}
            </Button>
          </p>
        </div>
      ) : (
        (shown ?? <p className="text-muted">{empty}</p>)
      )}
      <Conflict edit={edit} show={show} empty={empty} onSettled={() => setOpen(false)} />
      <TroubleNote trouble={edit.trouble} />
    </section>
  );
}

function keys(event: KeyboardEvent, { save, cancel }: { save: () => void; cancel: () => void }): void {
  const isSave = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
  if (!isSave && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (isSave) save();
  else cancel();
}

/** When the writing ends, the focus goes back to where it began. */
function useFocusAfter(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
