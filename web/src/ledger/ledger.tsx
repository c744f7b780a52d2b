import type { EventListInput } from 'coact';
import { PagedList } from '../parts/paged-list.tsx';
import { useWalkKeys } from '../parts/use-walk-keys.ts';
import { wholeDays } from '../parts/whole-days.ts';
import { useRoute } from '../state/route.ts';
import { server } from '../state/server.ts';
import { usePaged } from '../state/use-paged.ts';
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
  const paged = usePaged(JSON.stringify(query), (after) =>
    server.event.list({ ...asInput(query), ...(after && { after: Number(after) }) }),
  );
  useWalkKeys({ page: 'ledger', rows: paged.rows, chosen, query });
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
        <PagedList paged={paged} label={says.facts} says={says}>
          {(fact) => <FactRow key={fact.id} fact={fact} chosen={fact.id === chosen} query={query} />}
        </PagedList>
      </section>
      {chosen && <Chain key={chosen} id={chosen} query={query} />}
    </main>
  );
}

type Query = Readonly<Record<string, string>>;

/** The filters of the address as the operation takes them. */
function asInput({ actor, type, item, ...days }: Query): EventListInput {
  return {
    order: 'newest',
    limit: PAGE,
    ...(actor && { actor }),
    ...(type && { type }),
    ...(item && { item }),
    ...wholeDays(days),
  };
}
