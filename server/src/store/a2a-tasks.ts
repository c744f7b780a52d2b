import type { Message } from '../domain/a2a/message.ts';
import type { Standing } from '../domain/a2a/task-state.ts';
import type { Connection } from './database.ts';
import { isId } from './items.ts';
import { type Sql, sql } from './sql.ts';

/** The conversation that an item came with. */
export type A2aTask = { item: string; participant: string; context: string; takenBack: boolean };
export type KeptMessage = { participant: string; body: Message; at: number };

/** The task that a participant began, by the id of its item, or null. */
export async function findTask(
  { workspace, query }: Connection,
  item: string,
  participant: string | null,
): Promise<A2aTask | null> {
  if (!isId(item)) return null;
  const [row] = await query<A2aTask>(sql`
    select item, participant, context, taken_back as "takenBack" from a2a_tasks where workspace = ${workspace} and item = ${item}
      ${participant ? sql`and participant = ${participant}` : sql``}`);
  return row ?? null;
}

/** What a message has become, if it was sent before. */
export async function findByMessage(
  { workspace, query }: Connection,
  participant: string,
  message: string,
): Promise<{ item: string; context: string } | null> {
  const [row] = await query<{ item: string; context: string }>(sql`
    select m.item, t.context from a2a_messages m join a2a_tasks t on t.workspace = m.workspace and t.item = m.item
    where m.workspace = ${workspace} and m.participant = ${participant} and m.message = ${message}`);
  return row ?? null;
}

export const messagesOf = ({ workspace, query }: Connection, item: string) =>
  query<KeptMessage>(sql`
    select participant, body, at from a2a_messages where workspace = ${workspace} and item = ${item} order by at, message limit 1000`);

/** Of an ended item, the words with which it was cancelled. */
export async function reasonOfEnd({ workspace, query }: Connection, item: string): Promise<string | null> {
  const rows = await query<{ body: string }>(
    sql`select body from events where workspace = ${workspace} and item = ${item} and body like '%"type":"item.cancelled"%' order by seq desc limit 1`,
  );
  const [body] = rows.map((row) => JSON.parse(row.body) as { data: { reason?: string | null } });
  return body?.data.reason ?? null;
}

export type TaskFilter = {
  participant: string;
  item?: string;
  context?: string | undefined;
  after?: string | undefined;
};
export type TaskRow = Standing & { item: string; context: string; updatedAt: number };

/** More tasks of one participant are not looked through. */
const MOST = 5_000;

/** How the tasks stand that a participant began, newest first. */
export const standingsOf = ({ workspace, query }: Connection, { participant, item, context, after }: TaskFilter) =>
  query<TaskRow>(sql`
    select t.item, t.context, i.state, i.intake, i.updated_at as "updatedAt",
      i.state = 'cancelled' and exists (select from events e where e.workspace = t.workspace and e.item = t.item
        and e.body like '%"type":"item.triaged"%' and e.body not like '%"as":"accept"%') as declined,
      exists (select from requests q where q.workspace = t.workspace and q.item = t.item and q.state = 'open' and q.kind = 'question'
        and q.to_participant = t.participant) as asked,
      exists (select from requests q where q.workspace = t.workspace and q.item = t.item and q.state = 'open' and q.kind = 'proposal'
        and q.body -> 'held' = 'true') as held
    from a2a_tasks t join items i on i.workspace = t.workspace and i.id = t.item
    where t.workspace = ${workspace} and t.participant = ${participant} ${item ? sql`and t.item = ${item}` : sql``}
      ${context ? sql`and t.context = ${context}` : sql``} ${after ? sql`and i.updated_at >= ${after}` : sql``}
    order by t.item desc limit ${MOST}`);

export const insertTask = ({ workspace }: Connection, { item, participant, context }: A2aTask, at: string): Sql => sql`
  insert into a2a_tasks (workspace, item, participant, context, created_at)
  values (${workspace}, ${item}, ${participant}, ${context}, ${at}) returning 1`;

/** Keeps a message; it touches no row where the id was taken meanwhile, so whoever sent it is answered by what that one did. */
export const keepMessage = (
  { workspace }: Connection,
  item: string,
  { participant, body }: KeptMessage,
  at: string,
): Sql => sql`
  insert into a2a_messages (workspace, participant, message, item, body, at)
  values (${workspace}, ${participant}, ${body.messageId}, ${item}, ${JSON.stringify(body)}, ${at})
  on conflict do nothing returning 1`;

/** Notes that whoever began the task has taken it back. */
export const markTakenBack = ({ workspace }: Connection, item: string): Sql => sql`
  update a2a_tasks set taken_back = true where workspace = ${workspace} and item = ${item} returning 1`;
