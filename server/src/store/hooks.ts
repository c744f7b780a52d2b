import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';

export type HookAct = 'intake' | 'check' | 'finish';

/** An address at which another system tells of something, with its secrets. Times are epoch milliseconds. */
export type StoredHook = {
  id: string;
  name: string;
  form: 'generic' | 'github';
  /** The system in whose name it acts. */
  participant: string;
  allows: HookAct[];
  /** Where intake goes; null: the first team of the participant. */
  team: string | null;
  /** Of GitHub's issues only those with one of these labels become intake; none: all. */
  labels: string[];
  /** Which check shows which criterion: by name of the check, and id of the criterion or a part of its text. */
  criteria: { check: string; criterion: string }[];
  enabled: boolean;
  secret: string;
  previousSecret: string | null;
  previousUntil: number | null;
  createdBy: string;
  version: number;
  createdAt: number;
  updatedAt: number;
};

const columns = raw(`
  h.id, h.name, h.form, h.participant, h.allows, h.team, h.labels, h.criteria, h.enabled, h.secret, h.previous_secret as "previousSecret",
  h.previous_until as "previousUntil", h.created_by as "createdBy", h.version, h.created_at as "createdAt", h.updated_at as "updatedAt"`);
const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export async function findHook({ workspace, query }: Connection, id: string): Promise<StoredHook | null> {
  if (!isId(id)) return null;
  const [row] = await query<StoredHook>(
    sql`select ${columns} from hooks h where h.workspace = ${workspace} and h.id = ${id}`,
  );
  return row ?? null;
}

export const listHooks = ({ workspace, query }: Connection) =>
  query<StoredHook>(sql`select ${columns} from hooks h where h.workspace = ${workspace} order by h.id`);

export const lockHooks = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} hooks`}, 0))`);

export const insertHook = ({ workspace }: Connection, one: StoredHook): Sql => sql`
  insert into hooks (workspace, id, name, form, participant, allows, team, labels, criteria, secret, created_by, created_at, updated_at)
  values (${workspace}, ${one.id}, ${one.name}, ${one.form}, ${one.participant}, ${one.allows}, ${one.team}, ${one.labels},
    ${JSON.stringify(one.criteria)}, ${one.secret}, ${one.createdBy}, ${instant(one.createdAt)}, ${instant(one.updatedAt)}) returning 1`;

export const updateHook = ({ workspace }: Connection, before: StoredHook, after: StoredHook): Sql => sql`
  update hooks set version = version + 1, name = ${after.name}, allows = ${after.allows}, team = ${after.team}, labels = ${after.labels},
    criteria = ${JSON.stringify(after.criteria)}, enabled = ${after.enabled}, secret = ${after.secret},
    previous_secret = ${after.previousSecret}, previous_until = ${instant(after.previousUntil)}, updated_at = ${instant(after.updatedAt)}
  where workspace = ${workspace} and id = ${before.id} and version = ${before.version} returning 1`;

export const deleteHook = ({ workspace }: Connection, { id, version }: StoredHook): Sql => sql`
  delete from hooks where workspace = ${workspace} and id = ${id} and version = ${version} returning 1`;

export type Receipt = { delivery: string; at: number; kind: string; outcome: string; item: string | null };

export async function findReceipt(
  { workspace, query }: Connection,
  hook: string,
  delivery: string,
): Promise<Receipt | null> {
  const [row] = await query<Receipt>(sql`
    select delivery, at, kind, outcome, item from hook_receipts
    where workspace = ${workspace} and hook = ${hook} and delivery = ${delivery}`);
  return row ?? null;
}

/** Keeps what became of what came; what was refused before may have been done since. */
export const keepReceipt = ({ workspace, query }: Connection, hook: string, one: Receipt) =>
  query(sql`
    insert into hook_receipts (workspace, hook, delivery, at, kind, outcome, item)
    values (${workspace}, ${hook}, ${one.delivery}, ${instant(one.at)}, ${one.kind}, ${one.outcome}, ${one.item})
    on conflict (workspace, hook, delivery) do update set at = excluded.at, outcome = excluded.outcome, item = excluded.item
      where hook_receipts.outcome <> 'done' returning 1`);

export const listReceipts = ({ workspace, query }: Connection, hook: string, limit: number) =>
  query<Receipt>(sql`
    select delivery, at, kind, outcome, item from hook_receipts where workspace = ${workspace} and hook = ${hook}
    order by at desc limit ${limit}`);
