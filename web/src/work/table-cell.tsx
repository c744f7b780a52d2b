import type { ItemSummary } from 'coact';
import { type ReactNode, useRef } from 'react';
import { Person } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Age } from '../parts/time.tsx';
import { pathOf } from '../state/route.ts';
import { words } from '../words/index.ts';
import { CellEditor } from './cell-editor.tsx';
import { DueMark } from './due-mark.tsx';
import type { Facts } from './filter/facts.ts';
import type { Cursor, Hands } from './hands.ts';
import { isEditable } from './is-editable.ts';
import { NeedsLine } from './needs-line.tsx';
import type { Column } from './sort.ts';
import { isNumber } from './table-head.tsx';
import { useCursorFocus } from './use-cursor-focus.ts';

type TableCellProps = {
  item: ItemSummary;
  column: Column;
  facts: Facts;
  hands: Hands;
  isCursor: boolean;
  /** Where the tabulator comes into the table. */
  isEntry: boolean;
  isEditing: boolean;
  onEdit: (cell: Cursor | null) => void;
};

/** One cell; those that can be edited say so to whoever hears them, and open with enter or a double click. */
export function TableCell({ item, column, facts, hands, isCursor, isEntry, isEditing, onEdit }: TableCellProps) {
  const element = useRef<HTMLSpanElement>(null);
  useCursorFocus(element, isCursor && !isEditing, hands);
  const mayEdit = isEditable(item, column);
  const edit = () => {
    hands.byKey.current = true;
    hands.point({ id: item.id, column });
    onEdit({ id: item.id, column });
  };
  return (
    <span
      ref={element}
      role="gridcell"
      data-row=""
      tabIndex={isCursor || isEntry ? 0 : -1}
      aria-readonly={!mayEdit}
      onClick={(event) => {
        if (!mayEdit || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.stopPropagation();
        if (!isEditing) edit();
      }}
      className={`flex h-full min-w-0 items-center rounded-sm -outline-offset-1 ${isNumber(column) ? 'justify-end' : ''} ${mayEdit ? 'cursor-text' : ''}`}
    >
      {isEditing ? (
        <CellEditor item={item} column={column} onClose={() => onEdit(null)} />
      ) : (
        <span className="min-w-0 truncate *:max-w-full">{contents[column]({ item, facts })}</span>
      )}
    </span>
  );
}

type Shown = { item: ItemSummary; facts: Facts };
const quiet = (text: string) => <span className="text-muted">{text}</span>;
const person = (id: string | null, as: string) => id && <Person id={id} as={as} />;

const contents: Record<Column, (shown: Shown) => ReactNode> = {
  key: ({ item }) => <span className="key text-muted">{item.key}</span>,
  title: ({ item }) => (
    <a href={pathOf({ page: 'items', chosen: item.key })} tabIndex={-1} title={item.title}>
      {item.title}
    </a>
  ),
  state: ({ item }) => <StateMark state={item.state} />,
  owner: ({ item }) => person(item.owner, words.work.card.owner),
  executor: ({ item }) => person(item.executor, words.work.card.executor),
  assignee: ({ item }) => person(item.assignee, words.work.card.assignee),
  priority: ({ item }) => quiet(words.common.priorityWord(item.priority)),
  risk: ({ item }) => quiet(words.work.riskWords[item.risk]),
  due: ({ item }) => <DueMark item={item} bare />,
  waits: ({ item, facts }) => (
    <span className="text-sm text-muted">
      <NeedsLine item={item} facts={facts} />
    </span>
  ),
  labels: ({ item }) => quiet(item.labels.join(', ')),
  team: ({ item, facts }) => quiet(facts.teams.get(item.team)?.name ?? ''),
  type: ({ item }) => quiet(item.type),
  serves: ({ item, facts }) => quiet(item.serves ? (facts.outcomes.get(item.serves)?.title ?? '') : ''),
  age: ({ item }) => (
    <span className="text-muted">
      <Age at={item.createdAt} />
    </span>
  ),
  updated: ({ item }) => (
    <span className="text-muted">
      <Age at={item.updatedAt} />
    </span>
  ),
};
