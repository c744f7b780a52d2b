import type { ItemSummary } from 'coact';
import { Person } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Age, When } from '../parts/time.tsx';
import { words } from '../words/index.ts';

type Stands = Pick<ItemSummary, 'state' | 'owner' | 'executor' | 'assignee' | 'due' | 'overdue' | 'createdAt'>;

/** Where it stands: the accountable person and whoever executes are never one line. */
export function Standing({ item: { state, owner, executor, assignee, due, overdue, createdAt } }: { item: Stands }) {
  const { terms } = words.item;
  const asked = executor ? null : assignee;
  return (
    <dl className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <Fact word={terms.state}>
        <StateMark state={state} />
      </Fact>
      <Fact word={terms.owner}>
        <Person id={owner} as={terms.owner} />
      </Fact>
      {executor && (
        <Fact word={words.item.executor}>
          <Person id={executor} as={words.item.executor} />
        </Fact>
      )}
      {asked && (
        <Fact word={terms.assignee}>
          <Person id={asked} as={terms.assignee} />
        </Fact>
      )}
      {due && (
        <Fact word={terms.due}>
          <span className={overdue ? 'text-fail' : ''}>
            <When at={due} />
          </span>
        </Fact>
      )}
      <Fact word={words.item.age}>
        <Age at={createdAt} />
      </Fact>
    </dl>
  );
}

const Fact = ({ word, children }: { word: string; children: React.ReactNode }) => (
  <div className="flex min-w-0 items-center gap-2">
    <dt className="text-sm text-muted">{word}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
);
