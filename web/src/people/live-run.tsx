import type { ItemSummary, Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { percent } from '../parts/format.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { Ago, When } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { MessageRun, StopRun } from './run-dialogs.tsx';

const says = words.people.run;

/** One live attempt: how far, at what, until when, with stop and message for whoever answers for it. */
export function LiveRun({ item, executor }: { item: ItemSummary; executor: Participant }) {
  const [asking, setAsking] = useState<'stop' | 'message' | null>(null);
  const may = useMaySteer(item, executor);
  const { run } = item;
  const close = () => setAsking(null);
  return (
    <li className="rounded-md border border-line p-3">
      <p className="truncate">
        <ItemLink itemKey={item.key}>{item.title}</ItemLink>
      </p>
      {run && (
        <>
          {run.activity && <p className="mt-1 [overflow-wrap:anywhere]">{run.activity}</p>}
          {run.progress !== null && (
            <p className="mt-1.5 flex items-center gap-3 tabular-nums">
              <progress className="meter w-40" value={run.progress} max={1} aria-label={says.progress} />
              {percent(run.progress)}
            </p>
          )}
          <p className="mt-1.5 text-sm text-muted">
            {says.started} <Ago at={run.startedAt} />
            {run.reportedAt && (
              <>
                {' · '}
                {says.reported} <Ago at={run.reportedAt} />
              </>
            )}
            {' · '}
            {run.leaseExpiresAt ? (
              <>
                {says.lease} <When at={run.leaseExpiresAt} /> {says.leaseNote}
              </>
            ) : (
              says.noLease
            )}
          </p>
          {may && (
            <p className="mt-2.5 flex flex-wrap gap-2">
              <Button onClick={() => setAsking('message')}>{says.message}</Button>
              <Button onClick={() => setAsking('stop')}>{says.stop}</Button>
            </p>
          )}
          <StopRun run={run.id} item={item} name={executor.name} open={asking === 'stop'} onClose={close} />
          <MessageRun run={run.id} item={item} open={asking === 'message'} onClose={close} />
        </>
      )}
    </li>
  );
}

/** As the server judges it: owner, sponsor of the executor, team lead, admin. */
function useMaySteer(item: ItemSummary, executor: Participant): boolean {
  const me = useStore((state) => state.me);
  const lead = useStore(({ teams }) => teams.get(item.team)?.lead);
  if (!me || me.id === executor.id) return false;
  return me.role === 'admin' || [item.owner, executor.sponsor, lead].includes(me.id);
}
