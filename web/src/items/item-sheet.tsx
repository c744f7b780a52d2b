import { useEffect } from 'react';
import type { Item } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Age, When } from '../parts/time.tsx';
import { openItem } from '../state/load.ts';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { priorityWord, risks } from '../words.ts';
import { Contract } from './contract.tsx';
import { History } from './history.tsx';
import { Needs } from './needs.tsx';
import { RunNow } from './run-now.tsx';

/** The whole of one item: what it needs first, then what is going on, what was agreed, and all that happened. */
export function ItemSheet({ itemKey }: { itemKey: string }) {
  const item = useStore(({ opened }) => (opened?.key === itemKey ? opened : null));
  const { trouble, run } = useAct();
  useEffect(() => void run(() => openItem(itemKey)), [itemKey]);
  return (
    <section
      aria-label={itemKey}
      className="flex min-h-0 w-full flex-col border-line bg-sheet lg:w-[30rem] lg:shrink-0 lg:border-l xl:w-[33rem]"
    >
      <p className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4 md:px-6">
        <span className="key select-all">{itemKey}</span>
        <Button look="quiet" className="ml-auto -mr-3" onClick={() => go({ page: 'items', chosen: null })}>
          Close
        </Button>
      </p>
      {trouble && <Empty title={trouble.message}>{trouble.hint}</Empty>}
      {item && <Sheet item={item} />}
    </section>
  );
}

function Sheet({ item }: { item: Item }) {
  return (
    <div className="min-h-0 flex-1 space-y-7 overflow-y-auto px-4 py-5 md:px-6">
      <header>
        <h2 className="prose text-lg font-semibold">{item.title}</h2>
        <dl className="mt-4 grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-y-1.5 [&_dt]:text-muted">
          <dt>State</dt>
          <dd>
            <StateMark state={item.state} />
          </dd>
          <dt>Owner</dt>
          <dd>
            <Person id={item.owner} as="Owner" />
          </dd>
          {item.assignee && (
            <>
              <dt>Asked to do it</dt>
              <dd>
                <Person id={item.assignee} as="Asked to do it" />
              </dd>
            </>
          )}
          <dt>Urgency</dt>
          <dd>
            {[priorityWord(item.priority) || 'not said', risks[item.risk], !item.reversible && 'cannot be undone']
              .filter(Boolean)
              .join(' · ')}
          </dd>
          {item.due && (
            <>
              <dt>Due</dt>
              <dd className={item.overdue ? 'text-fail' : ''}>
                <When at={item.due} />
              </dd>
            </>
          )}
          <dt>Age</dt>
          <dd>
            <Age at={item.createdAt} />
          </dd>
        </dl>
      </header>
      <Needs item={item} />
      <RunNow item={item} />
      <Contract item={item} />
      <History item={item} />
    </div>
  );
}
