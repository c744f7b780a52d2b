import type { Participant } from 'coact';
import { useEffect, useRef } from 'react';
import { Badge } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { words } from '../words/index.ts';
import { LiveState } from './live-state.tsx';
import type { Load } from './load-of.ts';

const says = words.people;
const indents = ['pl-4', 'pl-8', 'pl-12', 'pl-16'] as const;

/** One of the directory: who, what they are at, and what lies on them. The whole row leads to their page. */
export function PersonRow({
  one,
  load,
  depth,
  chosen,
}: {
  one: Participant;
  load: Load;
  depth: number;
  chosen: boolean;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li
      ref={row}
      className={`relative grid min-h-(--row) grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-l-2 border-b-line py-1 pr-4 ${indents[Math.min(depth, 3)]} @xl:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto] @4xl:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_auto] ${chosen ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-hover'} ${one.status === 'retired' ? 'text-muted' : ''}`}
    >
      <span className="flex min-w-0 items-center gap-2">
        <Badge id={one.id} as={says.kinds[one.kind]} />
        <Link
          to={{ page: 'people', chosen: one.id }}
          aria-current={chosen || undefined}
          className="min-w-0 truncate font-medium after:absolute after:inset-0"
        >
          {one.name}
        </Link>
        {one.sponsor && (
          <span className="flex shrink-0 scale-75 items-center">
            <Badge id={one.sponsor} as={says.sponsoredBy} />
          </span>
        )}
      </span>
      <span className="min-w-0 text-sm @max-xl:col-span-2 @max-xl:row-start-2 @max-xl:pl-[30px] @xl:truncate [&_a]:relative [&_a]:z-10">
        <LiveState one={one} running={load.running} />
      </span>
      <LoadFigures one={one} load={load} />
    </li>
  );
}

/** Owned, asked, in work: each with its word, so that no figure has to be guessed. */
function LoadFigures({ one: { wipLimit, kind }, load }: { one: Participant; load: Load }) {
  const running = load.running.length;
  const full = wipLimit !== null && running >= wipLimit;
  const parts = [
    says.ownsShort(load.owned.length),
    says.askedShort(load.asked.length),
    running > 0 || (kind === 'agent' && wipLimit !== null) ? says.wip(running, wipLimit) : '',
  ].filter(Boolean);
  return (
    <span
      title={full ? says.full : undefined}
      className={`text-right text-sm whitespace-nowrap tabular-nums ${full ? 'text-warn' : 'text-muted'}`}
    >
      {parts.join(' · ')}
    </span>
  );
}
