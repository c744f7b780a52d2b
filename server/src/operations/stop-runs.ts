import { stop } from '../domain/execute-work.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { EndedRun, Stopped } from '../domain/stop.ts';
import type { Connection } from '../store/database.ts';
import { type StoredItem, findItems } from '../store/items.ts';
import { lockHeldBy, lockStops, stopOverMembers } from '../store/stops.ts';
import type { CommandContext } from './context.ts';

type Why = { by: string; reason: string; stop?: string | undefined };

/** The runs that those items are in now, as they are named once they have ended. */
export const runsOf = (held: readonly StoredItem[]): EndedRun[] =>
  held.flatMap(({ id, key, run }) => (run ? [{ run: run.id, item: id, key, executor: run.executor }] : []));

/** Ends those runs at once: their fences are worth nothing, and the work is ready again. */
export function stopRuns({ changes }: CommandContext, held: readonly StoredItem[], why: Why): void {
  for (const item of held) {
    const events = item.run ? stop(item, { run: item.run.id, ...why }) : [];
    if (!isRefusal(events)) changes.item(item, events);
  }
}

/** What those agents work on; nobody else changes it, and they begin nothing, until the transaction ends. */
export async function holdWorkOf(connection: Connection, agents: readonly string[]): Promise<StoredItem[]> {
  await lockStops(connection);
  return findItems(connection, await lockHeldBy(connection, agents));
}

/** A stop that agents come under by becoming members of teams, with what they work on. */
export type Joining = { stopped: Stopped; held: StoredItem[] };

/** Whether agents come under a stop by being members of those teams, or null. Read under `lockPeople`, so that none is made meanwhile. */
export async function joinStop(
  connection: Connection,
  { agents, teams }: { agents: readonly string[]; teams: readonly string[] },
): Promise<Joining | null> {
  if (agents.length === 0) return null;
  const stopped = await stopOverMembers(connection, teams);
  return stopped && { stopped, held: await holdWorkOf(connection, agents) };
}

/** Whoever comes under a stop loses what they hold, as those did who were there when it was made. */
export function stopJoining(context: CommandContext, joining: Joining | null): void {
  if (!joining) return;
  const { stopped, held } = joining;
  stopRuns(context, held, { by: stopped.by.id, reason: stopped.reason, stop: stopped.id });
}
