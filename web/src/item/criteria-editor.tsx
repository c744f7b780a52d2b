import type { Item } from 'coact';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import { CriterionRow } from './criterion-row.tsx';
import { newId } from './save-field.ts';

type Criteria = Item['criteria'];

/** The list of criteria being written: enter adds the next, alt with the arrows moves one, backspace in an empty one removes it. */
export function CriteriaEditor({ criteria, onType }: { criteria: Criteria; onType: (criteria: Criteria) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<{ id: string | undefined }>({ id: undefined });
  const [said, setSaid] = useState('');
  const rows = criteria.length > 0 ? criteria : [first];
  useEffect(() => {
    if (focus.id) list.current?.querySelector<HTMLElement>(`[data-part="criteria.${focus.id}.text"]`)?.focus();
  }, [focus]);

  const add = (after: number) => {
    const id = newId();
    onType(rows.toSpliced(after + 1, 0, { id, text: '', check: null, required: true }));
    setFocus({ id });
  };
  const remove = (index: number) => {
    onType(rows.toSpliced(index, 1));
    setFocus({ id: (rows[index - 1] ?? rows[index + 1])?.id });
    setSaid(words.item.criteria.removed);
  };
  const move = (index: number, step: 1 | -1) => {
    const [one, to] = [rows[index], index + step];
    if (!one || to < 0 || to >= rows.length) return;
    onType(rows.toSpliced(index, 1).toSpliced(to, 0, one));
    setFocus({ id: one.id });
    setSaid(words.item.criteria.moved(to + 1, rows.length));
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const act = actOf(event, { add: () => add(index), remove: () => remove(index), move: (step) => move(index, step) });
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="max-w-[44rem]">
      <ol ref={list} className="space-y-3">
        {rows.map((criterion, index) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            place={index + 1}
            of={rows.length}
            onType={(next) => onType(rows.with(index, next))}
            onMove={(step) => move(index, step)}
            onRemove={() => remove(index)}
            onKey={(event) => onKey(event, index)}
          />
        ))}
      </ol>
      <Button look="quiet" className="mt-2 -ml-3" onClick={() => add(rows.length - 1)}>
        {words.item.criteria.add}
      </Button>
      <p className="text-sm text-muted max-md:hidden">{words.item.criteria.keys}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** Where nothing is said yet, there is an empty one to begin with. */
const first: Criteria[number] = { id: 'new-0', text: '', check: null, required: true };

type Acts = { add: () => void; remove: () => void; move: (step: 1 | -1) => void };

function actOf({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent, acts: Acts): (() => void) | null {
  if (altKey && key === 'ArrowUp') return () => acts.move(-1);
  if (altKey && key === 'ArrowDown') return () => acts.move(1);
  if (!(target instanceof HTMLTextAreaElement)) return null;
  if (key === 'Enter' && !ctrlKey && !metaKey) return acts.add;
  return key === 'Backspace' && target.value === '' ? acts.remove : null;
}
