import { useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { type Filter, FilterBar } from './filter-bar.tsx';
import { ItemSheet } from './item-sheet.tsx';
import { ItemTable } from './item-table.tsx';
import { useFound } from './use-found.ts';

/** The work as a list that stays as it is on the server, and beside it the whole of the chosen item. */
export function Items({ chosen }: { chosen: string | null }) {
  const [filter, setFilter] = useState<Filter>({ state: 'open', text: '' });
  const isRead = useStore(({ items }) => items !== null);
  const found = useFound(filter);
  const input = useRef<HTMLInputElement>(null);
  useListKeys(
    found.map(({ key }) => key),
    chosen,
    input,
  );
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        aria-labelledby="items"
        className={`@container flex min-h-0 min-w-0 flex-1 flex-col ${chosen ? 'max-lg:hidden' : ''}`}
      >
        <h1 id="items" className="sr-only">
          Items
        </h1>
        <FilterBar filter={filter} onChange={setFilter} found={found.length} input={input} />
        {isRead && found.length === 0 ? <NothingFound filter={filter} /> : <ItemTable items={found} chosen={chosen} />}
      </section>
      {chosen && <ItemSheet key={chosen} itemKey={chosen} />}
    </main>
  );
}

function NothingFound({ filter }: { filter: Filter }) {
  if (filter.text)
    return (
      <Empty title="Nothing matches.">
        The filter looks into keys, titles, labels and the names of owners and executors.
      </Empty>
    );
  if (filter.state !== 'open') return <Empty title="Nothing is in this state." />;
  return (
    <Empty title="No open work.">
      Import a backlog: <code className="key rounded bg-hover px-1 py-0.5 text-ink">coact import beads FILE</code>, or
      write an item down: <code className="key rounded bg-hover px-1 py-0.5 text-ink">coact item create --title …</code>
    </Empty>
  );
}

/** j and k walk the list, escape closes the sheet, / goes to the filter. */
function useListKeys(keys: readonly string[], chosen: string | null, input: React.RefObject<HTMLInputElement | null>) {
  const latest = useRef({ keys, chosen });
  latest.current = { keys, chosen };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { keys, chosen } = latest.current;
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select') ? event.target : null;
      if (
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        document.querySelector('dialog[open]') ||
        (typing && event.key !== 'Escape')
      )
        return;
      if (event.key === 'Escape') return typing ? typing.blur() : go({ page: 'items', chosen: null });
      const at = chosen === null ? -1 : keys.indexOf(chosen);
      const next = { j: keys[at + 1], k: keys[at - 1] }[event.key];
      if (next) go({ page: 'items', chosen: next }, { replace: chosen !== null });
      if (event.key !== '/') return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}
