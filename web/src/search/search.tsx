import type { SearchResult } from 'coact';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go, useRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { SearchRow } from './search-row.tsx';

const says = words.search;
const MOST = 50;
type Kind = SearchResult['kind'];
const isKind = (value: string): value is Kind => value in says.kinds;

/** Everything that has the words, the best match first. The words stand in the address, so that a search can be shared. */
export function Search(_: { chosen: string | null }) {
  const { query } = useRoute();
  const [text, setText] = useState(query['q'] ?? '');
  const wanted = useDeferredValue(text.trim());
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => go({ page: 'search', chosen: null, query: { q: wanted } }, { replace: true }), [wanted]);
  const { answer, trouble } = useQuery(wanted, async () =>
    wanted ? (await server.search.query({ q: wanted, limit: MOST })).items : [],
  );
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col">
      <h1 className="sr-only">{says.title}</h1>
      <div className="border-b border-line p-3 md:px-6">
        <input
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'ArrowDown' && step(event, 0)}
          aria-label={says.label}
          placeholder={says.placeholder}
          className="h-10 w-full rounded-md border border-edge bg-sheet px-3 text-[16px] placeholder:text-muted"
        />
      </div>
      <TroubleNote trouble={trouble} />
      {wanted === '' ? (
        <Empty title={says.label}>{says.hint}</Empty>
      ) : (
        answer && <Results results={answer} text={wanted} />
      )}
    </main>
  );
}

function Results({ results, text }: { results: readonly SearchResult[]; text: string }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const shown = kind ? results.filter((one) => one.kind === kind) : results;
  const kinds = [...new Set(results.map((one) => one.kind))];
  if (results.length === 0) return <Empty title={says.nothing(text)}>{says.nothingNote}</Empty>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-3 py-2 md:px-6">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="text-sm text-muted">
          {says.found(shown.length)}
        </p>
        {kinds.length > 1 && (
          <label className="text-sm">
            <span className="sr-only">{says.filterByKind}</span>
            <select
              value={kind ?? ''}
              onChange={({ target: { value } }) => setKind(isKind(value) ? value : null)}
              className="min-h-8 rounded-md border border-line bg-sheet px-2"
            >
              <option value="">{says.all}</option>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {says.kinds[one]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ol data-results="" className="max-w-[56rem]">
        {shown.map((result, index) => (
          <SearchRow key={`${result.kind} ${result.id}`} result={result} onKey={(event) => walk(event, index)} />
        ))}
      </ol>
    </div>
  );
}

function walk(event: KeyboardEvent, at: number): void {
  if (event.key === 'ArrowDown') step(event, at + 1);
  if (event.key === 'ArrowUp') step(event, at - 1);
}

/** The results are links: the focus walks them. */
function step(event: KeyboardEvent, to: number): void {
  const links = document.querySelectorAll<HTMLElement>('[data-results] a[href]');
  if (!links[to]) return;
  event.preventDefault();
  links[to].focus();
}
