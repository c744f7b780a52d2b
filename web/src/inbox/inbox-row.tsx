import type { InboxEntry } from 'coact';
import { useEffect, useRef } from 'react';
import { Badge, useName } from '../parts/badge.tsx';
import { Age } from '../parts/time.tsx';
import { go, pathOf } from '../state/route.ts';
import { kinds, sentence } from '../words.ts';
import { asksIn } from './asks-in.ts';

/** The reasons that move it up come first; the rest stand on the sheet. */
const reasonsOf = ({ why }: InboxEntry) => why.slice(0, 3).join(' · ');

export function InboxRow({ entry, chosen }: { entry: InboxEntry; chosen: boolean }) {
  const row = useRef<HTMLAnchorElement>(null);
  const name = useName(entry.from);
  const route = { page: 'inbox', chosen: entry.id } as const;
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li className="border-b border-line">
      <a
        ref={row}
        href={pathOf(route)}
        aria-current={chosen || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          go(route, { replace: matchMedia('(min-width: 48rem)').matches });
        }}
        className={`block border-l-2 py-2.5 pr-4 pl-3.5 -outline-offset-2 ${chosen ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-hover'}`}
      >
        <span className="flex items-center gap-1.5 text-sm text-muted">
          <Badge id={entry.from} as="Asked by" />
          <span className="min-w-0 truncate">
            {name} · {kinds[entry.kind]}
          </span>
          <span className="key ml-auto shrink-0">{entry.itemKey}</span>
        </span>
        <span className="mt-1 line-clamp-2 font-medium">{asksIn(entry)}</span>
        <span className="mt-1 flex gap-2 text-sm text-muted">
          <span className="min-w-0 flex-1">{entry.why.length > 0 ? sentence(reasonsOf(entry)) : 'New'}</span>
          <Age at={entry.createdAt} />
        </span>
      </a>
    </li>
  );
}
