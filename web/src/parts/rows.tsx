import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

export type RowsProps = {
  count: number;
  /** Of one row, in CSS pixels; or of each. */
  height: number | ((index: number) => number);
  row: (index: number) => ReactNode;
  /** Stable over changes of the list, so that rows keep their state. */
  keyOf?: (index: number) => string;
  /** The row that must be in sight. */
  chosen?: number;
  role?: 'list' | 'rowgroup' | 'listbox' | 'presentation';
  label?: string;
  className?: string;
};

/** Many rows of which only those in sight are in the page, so that ten thousand scroll like ten. */
export function Rows({ count, height, row, keyOf, chosen = -1, role = 'list', label, className = '' }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: typeof height === 'number' ? () => height : height,
    overscan: 12,
    ...(keyOf && { getItemKey: keyOf }),
  });
  useEffect(() => {
    if (chosen >= 0) rows.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, rows]);
  return (
    <div ref={scroller} className={`min-h-0 flex-1 overflow-y-auto ${className}`}>
      <div role={role} aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start, size }) => (
          <div
            key={key}
            role={role === 'list' ? 'listitem' : undefined}
            aria-setsize={role === 'list' ? count : undefined}
            aria-posinset={role === 'list' ? index + 1 : undefined}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)`, height: size }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
