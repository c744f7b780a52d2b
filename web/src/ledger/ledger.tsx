import type { EventListInput, FeedEntry } from 'coact';
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go, useRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Chain } from './chain.tsx';
import { FactRow } from './fact-row.tsx';
import { Filters } from './filters.tsx';
import { Verify } from './verify.tsx';

const says = words.ledger;
const PAGE = 50;

/** The facts, the newest first; beside them the chosen one between its causes and its effects, and the proof that all of them stand as written. */
export function Ledger({ chosen }: { chosen: string | null }) {
  const { query } = useRoute();
  const { facts, trouble, older } = useFacts(query);
  useLedgerKeys(facts, chosen, query);
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        aria-labelledby="ledger"
        className={`@container flex min-h-0 min-w-0 flex-1 flex-col ${chosen ? 'max-lg:hidden' : ''}`}
      >
        <div className="border-b border-line p-3 md:px-6">
          <h1 id="ledger" className="font-semibold">
            {says.title}
          </h1>
          <p className="text-sm text-muted">{says.note}</p>
          <Verify />
          <Filters query={query} />
        </div>
        <TroubleNote trouble={trouble} />
        {facts?.length === 0 && <Empty title={says.nothing}>{says.nothingNote}</Empty>}
        <ol aria-label={says.facts} className="min-h-0 flex-1 overflow-y-auto">
          {facts?.map((fact) => (
            <FactRow key={fact.id} fact={fact} chosen={fact.id === chosen} query={query} />
          ))}
          {older && (
            <li className="p-3 md:px-6">
              <Button onClick={older}>{says.more}</Button>
            </li>
          )}
        </ol>
      </section>
      {chosen && <Chain key={chosen} id={chosen} query={query} />}
    </main>
  );
}

type Query = Readonly<Record<string, string>>;

/** The filters of the address as the operation takes them. */
function asInput({ actor, type, item, from, until }: Query): EventListInput {
  const instant = (day: string, time: string) => new Date(`${day}T${time}`).toISOString();
  return {
    order: 'newest',
    limit: PAGE,
    ...(actor && { actor }),
    ...(type && { type }),
    ...(item && { item }),
    ...(from && { from: instant(from, '00:00:00') }),
    ...(until && { until: instant(until, '23:59:59') }),
  };
}

function useFacts(query: Query) {
  const key = JSON.stringify(query);
  const first = useQuery(key, () => server.event.list(asInput(query)));
  const [more, setMore] = useState<{ key: string; facts: FeedEntry[]; next: string | null } | null>(null);
  const added = more?.key === key ? more : null;
  const next = added ? added.next : (first.answer?.next ?? null);
  const older = async () => {
    const page = await server.event.list({ ...asInput(query), after: Number(next) });
    setMore({ key, facts: [...(added?.facts ?? []), ...page.items], next: page.next });
  };
  const facts = first.answer && [...first.answer.items, ...(added?.facts ?? [])];
  return { facts, trouble: first.trouble, older: next ? () => void older() : null };
}

function useLedgerKeys(facts: readonly FeedEntry[] | null, chosen: string | null, query: Query): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('[role="dialog"]')) return;
      if (target instanceof HTMLElement && target.matches('input, select, textarea')) return;
      const at = facts?.findIndex(({ id }) => id === chosen) ?? -1;
      const next = { j: facts?.[at + 1], k: facts?.[at - 1] }[key];
      if (next) go({ page: 'ledger', chosen: next.id, query }, { replace: true });
      if (key === 'Escape' && chosen) go({ page: 'ledger', chosen: null, query });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [facts, chosen, query]);
}
