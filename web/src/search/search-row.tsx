import type { SearchResult } from 'coact';
import type { KeyboardEvent } from 'react';
import { Badge } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Age } from '../parts/time.tsx';
import type { Route } from '../state/route.ts';
import { words } from '../words/index.ts';

/** One thing that was found, with the words where they stand. */
export function SearchRow({ result, onKey }: { result: SearchResult; onKey: (event: KeyboardEvent) => void }) {
  const { kind, key, title, item, by, at, snippet } = result;
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to={placeOf(result)}
        onKeyDown={onKey}
        className="block rounded-md px-2 py-2 -outline-offset-2 hover:bg-hover focus-visible:bg-hover"
      >
        <span className="flex min-w-0 items-center gap-x-2 gap-y-0.5 max-md:flex-wrap">
          {kind === 'item' && item && (
            <span className="md:w-24 md:shrink-0">
              <StateMark state={item.state} />
            </span>
          )}
          {(kind === 'participant' || kind === 'comment') && (
            <Badge id={kind === 'participant' ? result.id : by} as={words.search.kinds[kind]} />
          )}
          {key && (
            <span className="key shrink-0 text-muted md:min-w-20">
              {kind === 'comment' ? words.search.in(key) : key}
            </span>
          )}
          <span className="min-w-0 flex-1 font-medium max-md:order-last max-md:basis-full md:truncate">
            {snippet.text === title ? <Marked snippet={snippet} /> : title}
          </span>
          <span className="shrink-0 text-sm text-muted max-md:ml-auto">
            {kind !== 'item' && words.search.one[kind]} {at && <Age at={at} />}
          </span>
        </span>
        {snippet.text !== title && (
          <span className="mt-0.5 line-clamp-2 text-muted">
            <Marked snippet={snippet} />
          </span>
        )}
      </Link>
    </li>
  );
}

function placeOf({ kind, id, key }: SearchResult): Route {
  if (kind === 'participant' || kind === 'team') return { page: 'people', chosen: id };
  return key ? { page: 'items', chosen: key } : { page: 'search', chosen: null };
}

/** The text with what matched marked by weight and ground, never by colour alone. */
export function Marked({ snippet: { text, marks } }: Pick<SearchResult, 'snippet'>) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className="rounded-sm bg-accent-soft font-medium text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}
