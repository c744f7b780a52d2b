import type { DecisionListInput } from 'coact';
import { PagedList } from '../parts/paged-list.tsx';
import { useWalkKeys } from '../parts/use-walk-keys.ts';
import { wholeDays } from '../parts/whole-days.ts';
import { useRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { usePaged } from '../state/use-paged.ts';
import { words } from '../words/index.ts';
import { DecisionFilters } from './decision-filters.tsx';
import { DecisionRow } from './decision-row.tsx';
import { DecisionSheet } from './decision-sheet.tsx';

const says = words.decisions;
const PAGE = 50;

/** The decision log, the newest first; beside it the chosen one: who decided it, when, and knowing what. */
export function Decisions({ chosen }: { chosen: string | null }) {
  const { query } = useRoute();
  const paged = useDecisions(query);
  useWalkKeys({ page: 'decisions', rows: paged.rows, chosen, query });
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
        <PagedList paged={paged} label={says.list} says={says}>
          {(decision) => (
            <DecisionRow key={decision.id} decision={decision} chosen={decision.id === chosen} query={query} />
          )}
        </PagedList>
      </section>
      {chosen && <DecisionSheet key={chosen} id={chosen} query={query} />}
    </main>
  );
}

type Query = Readonly<Record<string, string>>;

/** The filters of the address as the operation takes them. */
function asInput({ text, item, kind, decider, state, ...days }: Query): DecisionListInput {
  return {
    limit: PAGE,
    ...(text && { text }),
    ...(item && { item }),
    ...(kind && { kind }),
    ...(decider && { decider }),
    ...((state === 'open' || state === 'decided') && { state }),
    ...wholeDays(days),
  };
}

/** Read again when the inbox changed: somebody may have decided. */
function useDecisions(query: Query) {
  const waiting = useStore(({ inbox }) => inbox?.length ?? 0);
  return usePaged(JSON.stringify([query, waiting]), (cursor) =>
    server.decision.list({ ...asInput(query), ...(cursor && { cursor }) }),
  );
}
