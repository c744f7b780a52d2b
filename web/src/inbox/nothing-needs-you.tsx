import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { useMay } from '../people/may.ts';
import type { Route } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.inbox;

/** An empty inbox, and what somebody may do with the time: begin, make their own drafts ready, or let an agent take part. */
export function NothingNeedsYou() {
  const knowsWork = useStore(({ items }) => (items?.size ?? 0) > 0);
  const drafts = useDrafts();
  const hasAgent = useStore(({ people }) => people.values().some(isWorkingAgent));
  const mayHire = useMay('participant.create');
  return (
    <Empty title={says.nothing}>
      {knowsWork ? (
        <>
          <p>{says.nothingNote}</p>
          {drafts > 0 && <Next to={myDrafts}>{says.makeReady(drafts)}</Next>}
          {!hasAgent && mayHire && <Next to={{ page: 'start', chosen: 'agent' }}>{says.connectAgent}</Next>}
        </>
      ) : (
        <Next to={{ page: 'start', chosen: null }}>{says.begin}</Next>
      )}
    </Empty>
  );
}

const isWorkingAgent = ({ kind, status }: { kind: string; status: string }) => kind === 'agent' && status === 'active';
const myDrafts: Route = { page: 'work', chosen: null, query: { layout: 'list', filter: 'owner:me state:draft' } };

const Next = ({ to, children }: { to: Route; children: ReactNode }) => (
  <p className="mt-2">
    <Link to={to} className="text-accent underline underline-offset-2">
      {children}
    </Link>
  </p>
);

let counted: { items: unknown; me: string | undefined; count: number } = { items: null, me: undefined, count: 0 };

/** How many drafts wait for the reader to make them clear; counted again only when the work changed. */
function useDrafts(): number {
  return useStore(({ items, me }) => {
    if (counted.items !== items || counted.me !== me?.id) {
      const mine = items
        ?.values()
        .filter(({ state, owner, intake }) => state === 'draft' && owner === me?.id && !intake);
      counted = { items, me: me?.id, count: mine?.toArray().length ?? 0 };
    }
    return counted.count;
  });
}
