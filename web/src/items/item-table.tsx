import type { ItemSummary } from 'coact';
import { useEffect, useRef, useState } from 'react';
import { ItemRow, columns } from './item-row.tsx';

/** Rows are drawn as they come into sight: a thousand at once would make typing in the filter slow. */
const STEP = 80;

export function ItemTable({ items, chosen }: { items: readonly ItemSummary[]; chosen: string | null }) {
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const needed = Math.max(shown, items.findIndex(({ key }) => key === chosen) + 2);
  useEffect(() => {
    const sight = new IntersectionObserver(([entry]) => entry?.isIntersecting && setShown((count) => count + STEP), {
      rootMargin: '600px',
    });
    if (end.current) sight.observe(end.current);
    return () => sight.disconnect();
  }, [shown, items.length]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div role="table" aria-label="Items" aria-rowcount={items.length + 1}>
        <div
          role="row"
          className={`${columns} sticky top-0 z-10 h-8 border-b border-line bg-paper text-sm text-muted @max-2xl:hidden`}
        >
          <span role="columnheader">State</span>
          <span role="columnheader">Key</span>
          <span role="columnheader">Title</span>
          <span role="columnheader">Who</span>
          <span role="columnheader" className="@max-5xl:hidden">
            Priority
          </span>
          <span role="columnheader" className="@max-4xl:hidden">
            What it waits for
          </span>
          <span role="columnheader" className="text-right">
            Age
          </span>
        </div>
        {items.slice(0, needed).map((item) => (
          <ItemRow key={item.id} item={item} chosen={item.key === chosen} />
        ))}
      </div>
      {items.length > needed && <div ref={end} className="h-10" />}
    </div>
  );
}
