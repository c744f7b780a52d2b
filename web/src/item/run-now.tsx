import type { Item } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Burn } from '../parts/burn.tsx';
import { Button } from '../parts/button.tsx';
import { percent } from '../parts/format.ts';
import { Ago, When } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { type Asking, forOthers } from './acts.ts';
import { isMine, may } from './may.ts';

type Run = NonNullable<Item['run']>;
type Props = { item: Item; run: Run; onAsk: (asking: Asking) => void };

/** The live run: who, doing what, how far, for how much and until when; with what stops or helps it beside it. */
export function RunNow({ item, run, onAsk }: Props) {
  return (
    <section
      aria-label={words.item.runNow}
      className="grid gap-x-5 gap-y-3 rounded-md border border-line p-3 @lg:grid-cols-[minmax(0,1fr)_15rem] @2xl:gap-x-8 @2xl:grid-cols-[minmax(0,1fr)_18rem] @4xl:grid-cols-[minmax(0,1fr)_18rem_auto]"
    >
      <Doing run={run} />
      <Using run={run} used={item.used} budget={item.budget} />
      <RunActs item={item} onAsk={onAsk} />
    </section>
  );
}

function Doing({ run: { executor, progress, activity, reportedAt, startedAt } }: { run: Run }) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Person id={executor} as={words.item.executor} />
        <span className="text-muted">
          {words.item.started} <Ago at={startedAt} />
        </span>
      </p>
      <p className="prose mt-1.5">
        {activity ?? <span className="text-muted">{words.item.noActivity}</span>}
        {reportedAt && (
          <span className="text-sm text-muted">
            {' · '}
            <Ago at={reportedAt} />
          </span>
        )}
      </p>
      {progress !== null && (
        <p className="mt-1 flex items-center gap-3 tabular-nums">
          <progress className="meter w-40" value={progress} max={1} aria-label={words.item.progress} />
          {percent(progress)}
        </p>
      )}
    </div>
  );
}

/** What the budget of the item allows is for all of its runs together. */
function Using({ run, used, budget }: { run: Run; used: Item['used']; budget: Item['budget'] }) {
  const { usage, leaseExpiresAt } = run;
  return (
    <div className="space-y-1.5">
      <Burn used={budget ? used : usage} limits={budget} />
      {leaseExpiresAt ? (
        <p className="text-sm text-muted" title={words.item.leaseEffect}>
          {words.item.leaseEnds} <When at={leaseExpiresAt} />, {words.item.leaseNote}
        </p>
      ) : (
        <p className="text-sm text-muted">{words.item.noLease}</p>
      )}
    </div>
  );
}

const runActs: readonly { ability: string; asking: Asking }[] = [
  { ability: 'run.deliver', asking: 'deliver' },
  { ability: 'run.fail', asking: 'fail' },
  { ability: 'run.message', asking: 'message' },
  { ability: 'item.take_over', asking: 'takeOver' },
  { ability: 'run.stop', asking: 'stop' },
];

function RunActs({ item, onAsk }: Pick<Props, 'item' | 'onAsk'>) {
  const me = useStore((state) => state.me?.id);
  const allowed = runActs.filter(
    ({ ability, asking }) => may(item, ability) && !(isMine(item, me) && forOthers.has(asking)),
  );
  if (allowed.length === 0) return null;
  return (
    <p className="flex flex-wrap content-start gap-2 @lg:col-span-2 @4xl:col-span-1">
      {allowed.map(({ asking }) => (
        <Button key={asking} look={asking === 'deliver' ? 'primary' : 'plain'} onClick={() => onAsk(asking)}>
          {words.item.acts[asking]}
        </Button>
      ))}
    </p>
  );
}
