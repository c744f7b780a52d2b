import type { ItemSummary } from 'coact';
import { memo, useEffect, useRef } from 'react';
import { Badge } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Age } from '../parts/time.tsx';
import { go, pathOf } from '../state/route.ts';
import { priorityWord } from '../words.ts';
import { Waits } from './waits.tsx';

/** The same tracks for the head and every row; narrow places keep what matters and put the rest on a second line. */
export const columns =
  'grid items-center gap-x-4 px-4 grid-cols-[6.5rem_4.5rem_minmax(0,1fr)_3.25rem_4.25rem_minmax(0,15rem)_3rem] @max-5xl:grid-cols-[6.5rem_4.5rem_minmax(0,1fr)_3.25rem_minmax(0,13rem)_3rem] @max-4xl:grid-cols-[6.5rem_4.5rem_minmax(0,1fr)_3.25rem_3rem]';

export const ItemRow = memo(function ItemRow({ item, chosen }: { item: ItemSummary; chosen: boolean }) {
  const row = useRef<HTMLDivElement>(null);
  const route = { page: 'items', chosen: item.key } as const;
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={row}
      role="row"
      aria-selected={chosen}
      className={`${columns} relative min-h-10 scroll-mt-8 border-b border-line @max-2xl:grid-cols-[5.5rem_minmax(0,1fr)_auto] @max-2xl:items-baseline @max-2xl:gap-x-3 @max-2xl:gap-y-1 @max-2xl:py-2.5 ${chosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <span role="cell" className="flex @max-2xl:order-4 @max-2xl:text-sm">
        <StateMark state={item.state} />
      </span>
      <span role="cell" className="key text-muted">
        {item.key}
      </span>
      <span role="cell" className="truncate @max-2xl:line-clamp-2 @max-2xl:whitespace-normal">
        <a
          href={pathOf(route)}
          className="-outline-offset-2 before:absolute before:inset-0"
          title={item.title}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            go(route, { replace: location.pathname !== '/items' });
          }}
        >
          {item.title}
        </a>
      </span>
      <Who item={item} />
      <span role="cell" className="text-muted @max-5xl:hidden">
        {priorityWord(item.priority)}
      </span>
      <span
        role="cell"
        className="line-clamp-2 text-sm text-muted @max-4xl:hidden @max-2xl:order-5 @max-2xl:[display:-webkit-box]"
      >
        <Waits item={item} />
      </span>
      <span role="cell" className="text-right text-muted @max-2xl:order-6 @max-2xl:text-sm">
        <Age at={item.createdAt} />
      </span>
    </div>
  );
});

const Who = ({ item: { owner, executor } }: { item: ItemSummary }) => (
  <span role="cell" className="flex gap-1 @max-2xl:justify-self-end">
    <Badge id={owner} as="Owner" />
    {executor && <Badge id={executor} as="Doing it" />}
  </span>
);
