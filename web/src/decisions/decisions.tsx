import type { Decision, DecisionListInput } from 'coact';
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go, useRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { DecisionFilters } from './decision-filters.tsx';
import { DecisionRow } from './decision-row.tsx';
import { DecisionSheet } from './decision-sheet.tsx';

const says = words.decisions;
const PAGE = 50;

/** The decision log, the newest first; beside it the chosen one: who decided it, when, and knowing what. */
export function Decisions({ chosen }: { chosen: string | null }) {
  const { query } = useRoute();
  const { decisions, trouble, older } = useDecisions(query);
  useDecisionKeys(decisions, chosen, query);
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        aria-labelledby="decisions"
        className={`@container flex min-h-0 min-w-0 flex-1 flex-col ${chosen ? 'max-lg:hidden' : ''}`}
      >
        <div className="border-b border-line p-3 md:px-6">
          <h1 id="decisions" className="font-semibold">
            {says.title}
          </h1>
          <p className="text-sm text-muted">{says.note}</p>
          <DecisionFilters query={query} />
        </div>
        <TroubleNote trouble={trouble} />
        {decisions?.length === 0 && <Empty title={says.nothing}>{says.nothingNote}</Empty>}
        <ol aria-label={says.list} className="min-h-0 flex-1 overflow-y-auto">
          {decisions?.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} chosen={decision.id === chosen} query={query} />
          ))}
          {older && (
            <li className="p-3 md:px-6">
              <Button onClick={older}>{says.more}</Button>
            </li>
          )}
        </ol>
      </section>
      {chosen && <DecisionSheet key={chosen} id={chosen} query={query} />}
    </main>
  );
}

type Query = Readonly<Record<string, string>>;

/** The filters of the address as the operation takes them. */
function asInput({ text, item, kind, decider, state, from, until }: Query): DecisionListInput {
  const instant = (day: string, time: string) => new Date(`${day}T${time}`).toISOString();
  return {
    limit: PAGE,
    ...(text && { text }),
    ...(item && { item }),
    ...(kind && { kind }),
    ...(decider && { decider }),
    ...((state === 'open' || state === 'decided') && { state }),
    ...(from && { from: instant(from, '00:00:00') }),
    ...(until && { until: instant(until, '23:59:59') }),
  };
}

/** Read again when the inbox changed: somebody may have decided. */
function useDecisions(query: Query) {
  const waiting = useStore(({ inbox }) => inbox?.length ?? 0);
  const key = JSON.stringify([query, waiting]);
  const first = useQuery(key, () => server.decision.list(asInput(query)));
  const [more, setMore] = useState<{ key: string; decisions: Decision[]; next: string | null } | null>(null);
  const added = more?.key === key ? more : null;
  const next = added ? added.next : (first.answer?.next ?? null);
  const older = async () => {
    const page = await server.decision.list({ ...asInput(query), cursor: String(next) });
    setMore({ key, decisions: [...(added?.decisions ?? []), ...page.items], next: page.next });
  };
  const decisions = first.answer && [...first.answer.items, ...(added?.decisions ?? [])];
  return { decisions, trouble: first.trouble, older: next ? () => void older() : null };
}

function useDecisionKeys(decisions: readonly Decision[] | null, chosen: string | null, query: Query): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('[role="dialog"]')) return;
      if (target instanceof HTMLElement && target.matches('input, select, textarea')) return;
      const at = decisions?.findIndex(({ id }) => id === chosen) ?? -1;
      const next = { j: decisions?.[at + 1], k: decisions?.[at - 1] }[key];
      if (next) go({ page: 'decisions', chosen: next.id, query }, { replace: true });
      if (key === 'Escape' && chosen) go({ page: 'decisions', chosen: null, query });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [decisions, chosen, query]);
}
