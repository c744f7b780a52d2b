import type { InboxEntry } from 'coact';
import { useEffect, useRef } from 'react';
import { Badge, useName } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { Age } from '../parts/time.tsx';
import { words } from '../words/index.ts';
import { asksIn } from './asks-in.ts';

const { kinds, sentence } = words.common;

/** The reasons that move it up come first; the rest stand on the sheet. */
const reasonsOf = ({ why }: InboxEntry) => (why.length > 0 ? sentence(why.slice(0, 3).join(' · ')) : words.inbox.isNew);

type RowProps = { entry: InboxEntry; chosen: boolean; selected: boolean; onSelect: (id: string) => void };

export function InboxRow({ entry, chosen, selected, onSelect }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const name = useName(entry.from);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} className="group relative border-b border-line">
      <Link
        to={{ page: 'inbox', chosen: entry.id }}
        replace={matchMedia('(min-width: 48rem)').matches}
        aria-current={chosen || undefined}
        className={`block border-l-2 py-2.5 pr-4 pl-9 -outline-offset-2 md:pl-3.5 ${chosen ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-hover'}`}
      >
        <span className="flex items-center gap-1.5 text-sm text-muted">
          <span
            className={
              selected ? 'md:opacity-0' : 'md:group-hover:opacity-0 md:group-has-[input:focus-visible]:opacity-0'
            }
          >
            <Badge id={entry.from} as={words.inbox.askedBy} />
          </span>
          <span className="min-w-0 truncate">
            {name} · {kinds[entry.kind]}
          </span>
          <span className="key ml-auto shrink-0">{entry.itemKey}</span>
        </span>
        <span className="mt-1 line-clamp-2 font-medium">{asksIn(entry)}</span>
        <span className="mt-1 flex gap-2 text-sm text-muted">
          <span className="min-w-0 flex-1">{reasonsOf(entry)}</span>
          <Age at={entry.createdAt} />
        </span>
      </Link>
      <label className="absolute top-1 left-1 grid size-8 place-items-center md:top-[5px] md:left-[11px]">
        <input
          type="checkbox"
          checked={selected}
          onChange={() => onSelect(entry.id)}
          aria-label={words.inbox.batch.select(asksIn(entry))}
          className={`size-4 accent-accent ${selected ? '' : 'md:opacity-0 md:group-hover:opacity-100 md:focus-visible:opacity-100'}`}
        />
      </label>
    </li>
  );
}
