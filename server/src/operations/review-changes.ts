import type { Addressee } from '../domain/request.ts';
import type { WorkItem } from '../domain/work-item.ts';
import type { Connection } from '../store/database.ts';
import type { StoredItem } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';

/** Who is asked to verify: the owner; when the owner did the work, the team's lead; when that is the same person, the admins. */
export async function findVerifier(
  { workspace, query }: Connection,
  item: StoredItem,
  executor: string,
): Promise<Addressee> {
  if (item.contract.owner !== executor) return { participant: item.contract.owner };
  const [team] = await query<{ lead: string | null }>(
    sql`select lead from teams where workspace = ${workspace} and id = ${item.team}`,
  );
  return team?.lead && team.lead !== executor ? { participant: team.lead } : { role: 'admin' };
}

/** Opens the review of what was just delivered. */
export function askForReview({ changes, ids }: CommandContext, item: WorkItem, to: Addressee): void {
  const { delivery, contract, key, id, revision } = item;
  if (!delivery) return;
  const { run, executor, summary, evidence } = delivery;
  const body = {
    text: `Verify ${key}: ${contract.title}`,
    summary,
    criteria: contract.criteria,
    evidence: [...evidence],
    executor,
    revision,
  };
  const data = {
    id: ids.next(),
    kind: 'review' as const,
    from: executor,
    to,
    item: id,
    run,
    blocking: false,
    due: null,
    ladder: null,
    body,
  };
  changes.request(null, [{ type: 'request.opened', data }], item);
}
