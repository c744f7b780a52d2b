import type { Item } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { percent } from '../parts/format.ts';
import { Ago, When } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { type Asking, forOthers } from './acts.ts';
import { Burn } from './burn.tsx';
import { isMine, may } from './may.ts';

type Run = NonNullable<Item['run']>;
type Props = { item: Item; run: Run; onAsk: (asking: Asking) => void };

/** The live run: who, doing what, how far, for how much and until when; with what stops or helps it beside it. */
export function RunNow({ item, run, onAsk }: Props) {
  const { executor, progress, activity, reportedAt, leaseExpiresAt, startedAt, usage } = run;
  return (
    <section aria-label={words.item.runNow} className="rounded-md border border-line p-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Person id={executor} as={words.item.executor} />
        <span className="text-muted">
          {words.item.started} <Ago at={startedAt} />
        </span>
      </p>
      <p className="prose mt-2">
        {activity ?? <span className="text-muted">{words.item.noActivity}</span>}
        {reportedAt && (
          <span className="text-sm text-muted">
            {' · '}
            <Ago at={reportedAt} />
          </span>
        )}
      </p>
      {progress !== null && (
        <p className="mt-2 flex items-center gap-3 tabular-nums">
          <progress className="meter w-40" value={progress} max={1} aria-label={words.item.progress} />
          {percent(progress)}
        </p>
      )}
      <Burn usage={usage} budget={item.budget} />
      <p className="mt-2 text-sm text-muted">
        {leaseExpiresAt ? (
          <>
            {words.item.leaseEnds} <When at={leaseExpiresAt} />. {words.item.leaseNote}
          </>
        ) : (
          words.item.noLease
        )}
      </p>
      <RunActs item={item} onAsk={onAsk} />
    </section>
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
    <p className="mt-3 flex flex-wrap gap-2">
      {allowed.map(({ asking }) => (
        <Button key={asking} look={asking === 'deliver' ? 'primary' : 'plain'} onClick={() => onAsk(asking)}>
          {words.item.acts[asking]}
        </Button>
      ))}
    </p>
  );
}
