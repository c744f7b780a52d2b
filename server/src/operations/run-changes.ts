import type { Facts } from '../domain/authority.ts';
import { workOf } from '../domain/policy/work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { type StoredRun, findRun } from '../store/items.ts';
import { findTeam } from '../store/teams.ts';
import type { CommandContext } from './context.ts';

/** What every write of an executor begins with: the run it names, and whether it is still theirs. */

export async function requireRun(
  { connection, now }: CommandContext,
  id: string,
): Promise<{ run: StoredRun } | Refusal> {
  const run = await findRun(connection, id, now);
  return run ? { run } : refuse('not_found', { field: 'id', run: id });
}

/** Judged by the run that is named, even when it has ended: its executor learns that it did, everybody else that it is not theirs. */
export const runFacts = ({ run }: { run: StoredRun }): Facts => ({
  owner: run.item.contract.owner,
  executor: run.executor,
  executorSponsor: run.executorSponsor,
  work: workOf(run.item),
});

/** The fence that the domain checks: a run that is no longer the item's live one has none that fits. */
export const fenceOf = ({ id, item }: StoredRun, fence: number) => (item.run?.id === id ? fence : -1);

/** A refusal because the run has ended says how, and where somebody else ended it, who and why. */
export function explainEnd<T>({ ended }: StoredRun, decided: T | Refusal): T | Refusal {
  const explains = ended && isRefusal(decided) && decided.refused === 'stale_fence';
  return explains ? { ...decided, ...ended } : decided;
}

/** Those who answer for a run without doing it: what is judged when one of them steps in. */
export type Attended = { run: StoredRun; teamLead: string | null };

export async function attendRun(context: CommandContext, id: string): Promise<Attended | Refusal> {
  const found = await requireRun(context, id);
  if (isRefusal(found)) return found;
  const team = await findTeam(context.connection, found.run.item.team);
  return { ...found, teamLead: team?.lead ?? null };
}

export const attendFacts = ({ run, teamLead }: Attended): Facts => ({ ...runFacts({ run }), teamLead });
