import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { Conflict } from './conflict.tsx';
import type { Edit } from './use-field.ts';

type Props<Value> = { edit: Edit<Value>; show: (value: Value) => ReactNode; empty: string };

/** What is to be said of a field that is saved at once, where that did not work: why, and that what was written is not kept yet. */
export function EditState<Value>({ edit, show, empty }: Props<Value>) {
  const { isTyped, busy, theirs, trouble } = edit;
  const isLeft = isTyped && !busy && !theirs;
  if (!isLeft && !theirs && !trouble) return null;
  return (
    <>
      <Conflict edit={edit} show={show} empty={empty} />
      <TroubleNote trouble={trouble} />
      {isLeft && (
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <span className="text-warn">{words.item.notSaved}</span>
          <Button onClick={() => void edit.save()}>{words.item.save}</Button>
          <Button look="quiet" onClick={edit.drop}>
            {words.item.dropEdit}
          </Button>
        </p>
      )}
    </>
  );
}
