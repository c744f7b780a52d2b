import type { Facts } from '../domain/authority.ts';
import { type Report, report } from '../domain/execute-work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { type StoredRun, findRun } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';
import { iso, isoOrNull } from './resources/basics.ts';

/** What every write of an executor begins with: the run it names, and whether it is still theirs. */

type Signal = { id: number; kind: string; data: Record<string, unknown>; at: number };
export type RunWithSignals = { run: StoredRun; signals: Signal[] };

export async function requireRun({ connection }: CommandContext, id: string): Promise<{ run: StoredRun } | Refusal> {
  const run = await findRun(connection, id);
  return run ? { run } : refuse('not_found', { field: 'id', run: id });
}

export async function requireRunWithSignals(context: CommandContext, id: string): Promise<RunWithSignals | Refusal> {
  const [found, signals] = await Promise.all([requireRun(context, id), untold(context, id)]);
  return isRefusal(found) ? found : { ...found, signals };
}

async function untold({ connection: { workspace, query } }: CommandContext, run: string): Promise<Signal[]> {
  if (!/^[0-9a-f-]{36}$/i.test(run)) return [];
  return query<Signal>(sql`
    select s.id, s.kind, s.data, s.at from signals s join runs r on r.workspace = s.workspace and r.id = s.run
    where s.workspace = ${workspace} and s.run = ${run} and s.id > r.signalled order by s.id limit 100`);
}

/** Judged by the run that is named, even when it has ended: its executor learns that it did, everybody else that it is not theirs. */
export const runFacts = ({ run }: { run: StoredRun }): Facts => ({
  owner: run.item.contract.owner,
  executor: run.executor,
  executorSponsor: run.executorSponsor,
});

/** The fence that the domain checks: a run that is no longer the item's live one has none that fits. */
export const fenceOf = ({ id, item }: StoredRun, fence: number) => (item.run?.id === id ? fence : -1);

/** Renews the lease, records what was said, and tells what waited to be told. */
export function reportRun({ changes, now }: CommandContext, { run, signals }: RunWithSignals, { fence, ...said }: Report & { fence: number }) {
  const events = report(run.item, { ...said, fence: fenceOf(run, fence) }, now);
  if (isRefusal(events)) return events;
  const last = signals.at(-1)?.id;
  const after = changes.item(run.item, events, last === undefined ? {} : { signalled: last });
  return {
    leaseExpiresAt: isoOrNull(after.run?.leaseExpiresAt ?? null),
    signals: signals.map((one) => ({ ...one, at: iso(one.at) })) as never[],
  };
}
