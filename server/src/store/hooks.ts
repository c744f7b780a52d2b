import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, raw, sql } from './sql.ts';
import type { Secret } from './vault.ts';
import type { SealedRow } from './webhooks.ts';

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
  secret: Secret;
  previousSecret: Secret | null;
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

const placeOf = (workspace: string, id: string) => `${workspace} hooks ${id}`;
const read =
  ({ workspace, vault }: Connection) =>
  ({ secret, previousSecret, ...row }: SealedRow<StoredHook>): StoredHook => ({
    ...row,
    secret: vault.at(placeOf(workspace, row.id), secret),
    previousSecret: previousSecret === null ? null : vault.at(placeOf(workspace, row.id), previousSecret),
  });

/** The secret of an address, as it is kept. */
export const sealHookSecret = ({ workspace, vault }: Connection, id: string, secret: string): Secret =>
  vault.seal(placeOf(workspace, id), secret);

export async function findHook(connection: Connection, id: string): Promise<StoredHook | null> {
  if (!isId(id)) return null;
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredHook>>(
    sql`select ${columns} from hooks h where h.workspace = ${workspace} and h.id = ${id}`,
  );
  return rows.map(read(connection))[0] ?? null;
}

export async function listHooks(connection: Connection): Promise<StoredHook[]> {
  const { workspace, query } = connection;
  const rows = await query<SealedRow<StoredHook>>(
    sql`select ${columns} from hooks h where h.workspace = ${workspace} order by h.id`,
  );
  return rows.map(read(connection));
}

export const lockHooks = ({ workspace, query }: Connection) =>
  query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} hooks`}, 0))`);

export const insertHook = ({ workspace }: Connection, one: StoredHook): Sql => sql`
  insert into hooks (workspace, id, name, form, participant, allows, team, labels, criteria, secret, created_by, created_at, updated_at)
  values (${workspace}, ${one.id}, ${one.name}, ${one.form}, ${one.participant}, ${one.allows}, ${one.team}, ${one.labels},
    ${JSON.stringify(one.criteria)}, ${one.secret.sealed}, ${one.createdBy}, ${instant(one.createdAt)}, ${instant(one.updatedAt)}) returning 1`;

export const updateHook = ({ workspace }: Connection, before: StoredHook, after: StoredHook): Sql => sql`
  update hooks set version = version + 1, name = ${after.name}, allows = ${after.allows}, team = ${after.team}, labels = ${after.labels},
    criteria = ${JSON.stringify(after.criteria)}, enabled = ${after.enabled}, secret = ${after.secret.sealed},
    previous_secret = ${after.previousSecret?.sealed ?? null}, previous_until = ${instant(after.previousUntil)}, updated_at = ${instant(after.updatedAt)}
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

export type Swept = {
  /** Times in epoch milliseconds, before which something came. */
  before: number;
  githubBefore: number;
  limit: number;
};

/** Removes what came long ago. What GitHub told and was done is kept longer, since it could be sent again as it is. */
export async function sweepReceipts(
  { workspace, query }: Connection,
  { before, githubBefore, limit }: Swept,
): Promise<number> {
  const gone = await query(sql`
    with old as (
      select r.hook, r.delivery from hooks h join hook_receipts r on r.workspace = h.workspace and r.hook = h.id
      where h.workspace = ${workspace} and r.at < ${instant(before)}
        and (h.form <> 'github' or r.outcome <> 'done' or r.at < ${instant(githubBefore)})
      limit ${limit})
    delete from hook_receipts r using old
    where r.workspace = ${workspace} and r.hook = old.hook and r.delivery = old.delivery returning 1`);
  return gone.length;
}
