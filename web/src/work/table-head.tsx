import { words } from '../words/index.ts';
import type { Column } from './sort.ts';

type TableHeadProps = { columns: readonly Column[]; tracks: string; sort: string; onSort: (sort: string) => void };

/** The names of the columns; a press sorts by one, another turns it round, a third goes back to the usual order. */
export function TableHead({ columns, tracks, sort, onSort }: TableHeadProps) {
  const [by, isTurned] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
  const next = (column: Column) => (by !== column ? column : isTurned ? '' : `-${column}`);
  return (
    <div role="rowgroup">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 items-center gap-x-3 border-b border-line bg-paper px-4 text-sm text-muted"
        style={{ gridTemplateColumns: tracks }}
      >
        <span role="columnheader">
          <span className="sr-only">{words.work.many.chosen(0)}</span>
        </span>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            aria-sort={by === column ? (isTurned ? 'descending' : 'ascending') : 'none'}
            className={`min-w-0 ${isNumber(column) ? 'text-right' : ''}`}
          >
            <button
              type="button"
              onClick={() => onSort(next(column))}
              className={`max-w-full min-h-6 truncate rounded hover:text-ink ${by === column ? 'font-medium text-ink' : ''}`}
            >
              {words.work.columns[column]}
              {by === column && <span aria-hidden="true">{isTurned ? ' ↓' : ' ↑'}</span>}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Numbers stand at the right, so that they can be compared. */
export const isNumber = (column: Column): boolean => column === 'age' || column === 'updated';
