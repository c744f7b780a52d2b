import type { Facts } from '../domain/authority.ts';
import { workOf } from '../domain/policy/work.ts';
import { type Refusal, isRefusal } from '../domain/refusals.ts';
import type { Connection } from '../store/database.ts';
import type { StoredItem } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import { requireItem } from './references.ts';

/** An item with the people whose standing decides who may do what with it. */
export type ItemWithPeople = { item: StoredItem; teamLead: string | null; executorSponsor: string | null };

export async function loadItemWithPeople(connection: Connection, idOrKey: string): Promise<ItemWithPeople | Refusal> {
  const item = await requireItem(connection, idOrKey);
  if (isRefusal(item)) return item;
  const { workspace, query } = connection;
  const [people] = await query<{ teamLead: string | null; executorSponsor: string | null }>(sql`
    select (select t.lead from teams t where t.workspace = ${workspace} and t.id = ${item.team}) as "teamLead",
      (select p.sponsor from participants p where p.workspace = ${workspace} and p.id = ${item.run?.executor ?? null}) as "executorSponsor"`);
  return { item, teamLead: people?.teamLead ?? null, executorSponsor: people?.executorSponsor ?? null };
}

/** Whoever wrote a draft may go on writing it; once it is committed, the contract is its owner's. */
export const itemFacts = ({ item, teamLead, executorSponsor }: ItemWithPeople): Facts => ({
  owner: item.contract.owner,
  creator: item.state === 'draft' ? item.createdBy : null,
  executor: item.run?.executor ?? null,
  teamLead,
  executorSponsor,
  work: workOf(item),
});

/** The work alone, where nobody's standing to it matters. */
export const workFacts = ({ item }: { item: StoredItem | null }): Facts => ({ work: item && workOf(item) });
