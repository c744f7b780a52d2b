import type { ItemSummary } from 'coact';
import type { RefObject } from 'react';
import { useColumns } from './columns.ts';
import type { Cursor } from './hands.ts';
import { isEditable } from './is-editable.ts';
import { layouts } from './look.ts';
import type { Column } from './sort.ts';
import type { Chosen } from './use-chosen.ts';
import type { Looking } from './use-look.ts';
import { useWorkKeys, type WorkActs } from './use-work-keys.ts';
import { sideFrom, stepFrom } from './walk.ts';
import type { WorkShown } from './work-shown.ts';

type PageKeys = {
  looking: Looking;
  shown: WorkShown;
  chosen: Chosen;
  input: RefObject<HTMLInputElement | null>;
  onEdit: (cell: Cursor | null) => void;
  onNew: () => void;
};

/** What each key does on the page of the work. */
export function usePageKeys(page: PageKeys): void {
  const columns = useColumns();
  const { looking, shown, chosen, input, onNew } = page;
  const { facts, cursor, hands, opened } = shown;
  const item = cursor ? facts.items.get(cursor.id) : undefined;
  useWorkKeys({
    ...walking(page, columns),
    Enter: () => item && enter(page, item),
    Escape: () => (opened ? looking.open(null) : chosen.none()),
    x: () => item && hands.toggle(item.id, false),
    'shift x': () => item && hands.toggle(item.id, true),
    'ctrl a': () => chosen.all(),
    m: () => item && hands.moveTo(item),
    f: () => {
      input.current?.focus();
      input.current?.select();
    },
    v: () => looking.set({ layout: layouts[(layouts.indexOf(looking.look.layout) + 1) % layouts.length] ?? 'board' }),
    n: onNew,
  });
}

function enter({ looking, onEdit, shown: { hands, cursor } }: PageKeys, item: ItemSummary): void {
  const isCell = looking.look.layout === 'table' && cursor?.column && isEditable(item, cursor.column);
  hands.byKey.current = true;
  if (isCell) onEdit(cursor);
  else looking.open(item.key);
}

/** j and k down and up, h and l to the sides: between lanes on the board, between cells in the table. */
function walking(page: PageKeys, columns: readonly Column[]): WorkActs {
  const { looking, shown } = page;
  const { lanes, cursor, hands, opened, facts } = shown;
  const { layout } = looking.look;
  const to = (id: string | null, column = cursor?.column ?? null) => {
    if (id === null) return;
    hands.byKey.current = true;
    hands.point({ id, column });
    const key = facts.items.get(id)?.key;
    if (opened && key && id !== cursor?.id) looking.open(key);
  };
  const from = cursor?.id ?? lanes.flatMap(({ items }) => items).find(({ key }) => key === opened)?.id ?? null;
  const step = (by: 1 | -1) => () => to(stepFrom(lanes, from, by));
  const side = (by: 1 | -1) => () => {
    if (layout === 'board') return to(sideFrom(lanes, from, by));
    if (layout !== 'table' || !cursor) return;
    const at = columns.indexOf(cursor.column ?? 'title');
    to(cursor.id, columns[Math.max(0, Math.min(columns.length - 1, at + by))] ?? null);
  };
  const [down, up, right, left] = [step(1), step(-1), side(1), side(-1)];
  const keys = { j: down, ArrowDown: down, k: up, ArrowUp: up, l: right, ArrowRight: right, h: left, ArrowLeft: left };
  return layout === 'graph' || layout === 'timeline' ? {} : keys;
}
