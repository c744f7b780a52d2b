import type { ItemSummary } from 'coact';
import { memo } from 'react';
import type { Facts } from './filter/facts.ts';
import type { Cursor, Hands } from './hands.ts';
import { click } from './list-row.tsx';
import { SelectBox } from './select-box.tsx';
import type { Column } from './sort.ts';
import { TableCell } from './table-cell.tsx';

type TableRowProps = {
  item: ItemSummary;
  index: number;
  columns: readonly Column[];
  tracks: string;
  facts: Facts;
  hands: Hands;
  /** Where the keyboard is, if it is in this row. */
  cursor: Cursor | null;
  editing: Column | null;
  onEdit: (cell: Cursor | null) => void;
  isChosen: boolean;
  isOpened: boolean;
};

/** One item of the table. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { item, index, columns, tracks, facts, hands, cursor, editing, onEdit, isChosen, isOpened } = props;
  const ground = isOpened || isChosen ? 'bg-accent-soft' : cursor ? 'bg-hover' : 'hover:bg-hover';
  const at = cursor && (cursor.column ?? 'title');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      onClick={(event) => click(event, item, hands)}
      className={`grid h-full items-center gap-x-3 border-b border-line px-4 ${ground}`}
      style={{ gridTemplateColumns: tracks }}
    >
      <span role="gridcell" className="flex">
        <SelectBox itemKey={item.key} checked={isChosen} onToggle={(range) => hands.toggle(item.id, range)} />
      </span>
      {columns.map((column) => (
        <TableCell
          key={column}
          {...{ item, column, facts, hands, onEdit }}
          isCursor={at === column}
          isEntry={index < 2 && column === 'title'}
          isEditing={editing === column}
        />
      ))}
    </div>
  );
});
