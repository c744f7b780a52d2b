import type { Revealed } from '../domain/decision-progress.ts';
import type { SealedStep, SealedSteps } from '../domain/sealed-steps.ts';
import type { Addressee, Request } from '../domain/request.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import type { Part } from './save-item.ts';
import { type Sql, raw, sql } from './sql.ts';

export type StoredRequest = Request & { version: number };

type Row = Omit<StoredRequest, 'to'> & {
  to_participant: string | null;
  to_team: string | null;
  to_role: 'admin' | 'member' | null;
};

const columns = raw(`
  q.id, q.kind, q.state, q.version, q.from_participant as "from", q.to_participant, q.to_team, q.to_role, q.item, q.run, q.blocking,
  q.due_at as due, q.ladder, q.body, q.response, q.responder, q.created_at as "createdAt", q.first_seen_at as "firstSeenAt",
  q.answered_at as "answeredAt"`);

function requestOf({ to_participant, to_team, to_role, ...row }: Row): StoredRequest {
  const to: Addressee = to_participant
    ? { participant: to_participant }
    : to_team
      ? { team: to_team }
      : { role: to_role ?? 'admin' };
  return { ...row, to };
}

/** The requests `q` for which the condition holds. */
export async function requestsWhere(connection: Connection, where: Sql): Promise<StoredRequest[]> {
  const rows = await connection.query<Row>(
    sql`select ${columns} from requests q where q.workspace = ${connection.workspace} and ${where}`,
  );
  return rows.map(requestOf);
}

export async function findRequest(connection: Connection, id: string): Promise<StoredRequest | null> {
  return isId(id) ? ((await requestsWhere(connection, sql`q.id = ${id}`))[0] ?? null) : null;
}

/** The recommendation of a decision that is kept back, or null where it was revealed or there is none. */
export async function findSealed({ workspace, query }: Connection, id: string): Promise<Revealed | null> {
  const [row] = await query<{ sealed: Revealed | null }>(
    sql`select sealed from requests where workspace = ${workspace} and id = ${id}`,
  );
  return row?.sealed ?? null;
}

/** What is kept back of the steps of a proposal, or of an act that waits for approval. */
export async function findSealedSteps({ workspace, query }: Connection, id: string): Promise<SealedStep[]> {
  const [row] = await query<{ sealed: SealedSteps | null }>(
    sql`select sealed from requests where workspace = ${workspace} and id = ${id}`,
  );
  return row?.sealed?.steps ?? [];
}

export const requestsOfItem = (connection: Connection, item: string, options: { open?: boolean } = {}) =>
  requestsWhere(connection, sql`q.item = ${item} ${options.open ? sql`and q.state = 'open'` : sql``} order by q.id`);

/** Whether somebody has been told already that a budget is spent, for the period that began then. */
export async function isOverrunOpen(
  { workspace, query }: Connection,
  { budget, starts }: { budget: string; starts: string },
): Promise<boolean> {
  const rows = await query(sql`
    select 1 from requests where workspace = ${workspace} and state = 'open' and kind = 'exception'
      and body -> 'budget' ->> 'id' = ${budget} and body -> 'budget' ->> 'starts' = ${starts}`);
  return rows.length > 0;
}

/** The open requests that wait for one participant and nobody else. */
export const openRequestsTo = (connection: Connection, participant: string) =>
  requestsWhere(connection, sql`q.state = 'open' and q.to_participant = ${participant} order by q.id`);

/** The open requests about those items `i` for which the condition holds. */
export const openRequestsAbout = (connection: Connection, condition: Sql) =>
  requestsWhere(
    connection,
    sql`q.state = 'open' and q.item in (select i.id from items i where i.workspace = q.workspace and ${condition}) order by q.id`,
  );

export type InboxReader = { id: string; role: string; teams: readonly string[] };

/** Whether a request is addressed to somebody, in SQL and, below, in memory. A held act is to all who may approve it, a decision also to all who agree or give input. */
const addressedTo = ({ id, role, teams }: InboxReader): Sql => sql`(q.to_participant = ${id}
  or q.to_team = any(${teams}::uuid[])
  or q.to_role = any(${role === 'admin' ? ['admin', 'member'] : [role]}::text[])
  or (q.kind = 'proposal' and q.body -> 'approvers' @> ${JSON.stringify([id])}::jsonb)
  or (q.kind = 'decision' and q.body -> 'asked' @> ${JSON.stringify([id])}::jsonb
    and not coalesce(q.response -> 'said' @> ${JSON.stringify([id])}::jsonb, false)))`;

export function isAddressedTo({ to, body }: Request, { id, role, teams }: InboxReader): boolean {
  if (['approvers', 'asked'].some((part) => Array.isArray(body[part]) && body[part].includes(id))) return true;
  if ('participant' in to) return to.participant === id;
  if ('team' in to) return teams.includes(to.team);
  return to.role === role || role === 'admin';
}

export type InboxRow = StoredRequest & {
  item_key: string | null;
  item_title: string | null;
  item_priority: number | null;
  item_risk: string | null;
  item_due: number | null;
  blocks: number;
};

/** The open requests that somebody may answer, with what the order of the inbox is computed from. */
export async function openRequestsFor(connection: Connection, reader: InboxReader, limit: number): Promise<InboxRow[]> {
  const { workspace } = connection;
  const rows = await connection.query<Row & Omit<InboxRow, keyof StoredRequest>>(sql`
    select ${columns}, i.key as item_key, i.title as item_title, i.priority as item_priority, i.risk as item_risk, i.due_at as item_due,
      (select count(*) from dependencies d join items w on w.workspace = d.workspace and w.id = d.item
        where d.workspace = q.workspace and d.blocker = q.item and w.state in ('draft', 'ready')) as blocks
    from requests q left join items i on i.workspace = q.workspace and i.id = q.item
    where q.workspace = ${workspace} and q.state = 'open' and ${addressedTo(reader)}
    order by q.id limit ${limit}`);
  return rows.map((row) => {
    const { item_key, item_title, item_priority, item_risk, item_due, blocks, ...rest } = row;
    return { ...requestOf(rest), item_key, item_title, item_priority, item_risk, item_due, blocks };
  });
}

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

type Insert = { workspace: string; after: Request; sealed: Revealed | SealedSteps | null };

export function insertRequest({ workspace, after, sealed }: Insert): Part {
  const { to } = after;
  return {
    of: 'requests',
    statement: sql`insert into requests (workspace, id, kind, state, version, from_participant, to_participant, to_team, to_role, item, run,
        blocking, due_at, ladder, body, sealed, response, responder, created_at, answered_at)
      values (${workspace}, ${after.id}, ${after.kind}, ${after.state}, 1, ${after.from}, ${'participant' in to ? to.participant : null},
        ${'team' in to ? to.team : null}, ${'role' in to ? to.role : null}, ${after.item}, ${after.run}, ${after.blocking},
        ${instant(after.due)}, ${json(after.ladder)}, ${json(after.body)}, ${json(sealed)}, ${json(after.response)}, ${after.responder},
        ${instant(after.createdAt)}, ${instant(after.answeredAt)}) returning 1`,
  };
}

export function updateRequest({
  workspace,
  before,
  after,
}: {
  workspace: string;
  before: StoredRequest;
  after: Request;
}): Part {
  const { to } = after;
  return {
    of: 'requests',
    statement: sql`update requests set version = version + 1, state = ${after.state},
        to_participant = ${'participant' in to ? to.participant : null}, to_team = ${'team' in to ? to.team : null},
        to_role = ${'role' in to ? to.role : null}, response = ${json(after.response)}${after.body === before.body ? sql`` : sql`, body = ${json(after.body)}, sealed = null`},
        responder = ${after.responder}, first_seen_at = ${instant(after.firstSeenAt)}, answered_at = ${instant(after.answeredAt)}
      where workspace = ${workspace} and id = ${after.id} and version = ${before.version} returning 1`,
  };
}

export type RequestFilter = {
  item?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  before?: string | undefined;
  limit: number;
};

/** One page of requests, newest first. */
export const listRequests = (connection: Connection, { item, kind, state, before, limit }: RequestFilter) =>
  requestsWhere(
    connection,
    sql`true ${item ? sql`and q.item = ${item}` : sql``} ${kind ? sql`and q.kind = ${kind}` : sql``}
      ${state ? sql`and q.state = ${state}` : sql``} ${before ? sql`and q.id < ${before}` : sql``}
      order by q.id desc limit ${limit}`,
  );
