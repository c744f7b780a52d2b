import type { ItemSummary } from 'coact';
import type { ReactNode } from 'react';
import { Rows } from '../parts/rows.tsx';
import { StateMark } from '../parts/state-mark.tsx';

/** CSS pixels of an item. */
export const LINE = 56;

export type ReadingRow = {
  item: ItemSummary;
  /** Under its title. */ note: ReactNode;
  /** At the right. */ figure: ReactNode;
};

type TableProps = {
  label: string;
  /** The heads of item, note and figure. */
  heads: readonly [string, string, string];
  items: readonly ItemSummary[];
  row: (index: number) => ReadingRow | null;
  chosen: string | null;
  onChoose: (key: string) => void;
};

/** A picture in words: two lines an item, so that it fits a phone too. */
export function ReadingTable({ label, heads: [item, note, figure], items, row, chosen, onChoose }: TableProps) {
  return (
    <div role="table" aria-label={label} aria-rowcount={items.length + 1} className="flex min-h-0 flex-1 flex-col">
      <div role="row" className="flex gap-3 border-b border-line px-4 py-1.5 text-sm text-muted">
        <span role="columnheader">{item}</span>
        <span role="columnheader" className="flex-1">
          {note}
        </span>
        <span role="columnheader">{figure}</span>
      </div>
      <Rows
        count={items.length}
        height={LINE}
        row={(index) => {
          const shown = row(index);
          return shown && <Line shown={shown} index={index} chosen={chosen} onChoose={onChoose} />;
        }}
        keyOf={(index) => items[index]?.id ?? String(index)}
        chosen={items.findIndex(({ key }) => key === chosen)}
        role="rowgroup"
      />
    </div>
  );
}

type LineProps = Pick<TableProps, 'chosen' | 'onChoose'> & { shown: ReadingRow; index: number };

const Line = ({ shown: { item, note, figure }, index, chosen, onChoose }: LineProps) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    className={`relative flex h-full items-center gap-3 border-b border-line px-4 ${chosen === item.key ? 'bg-accent-soft' : 'hover:bg-hover'}`}
  >
    <span className="min-w-0 flex-1">
      <span role="cell" className="flex items-center gap-2">
        <StateMark state={item.state} />
        <button
          type="button"
          onClick={() => onChoose(item.key)}
          className="flex min-w-0 items-baseline gap-2 -outline-offset-2 before:absolute before:inset-0"
        >
          <span className="key text-muted">{item.key}</span>
          <span className="truncate" title={item.title}>
            {item.title}
          </span>
        </button>
      </span>
      <span role="cell" className="block truncate text-sm text-muted">
        {note}
      </span>
    </span>
    <span role="cell" className="shrink-0 text-right tabular-nums">
      {figure}
    </span>
  </div>
);
