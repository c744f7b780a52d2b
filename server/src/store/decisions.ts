import type { Connection } from './database.ts';
import { type StoredRequest, requestsWhere } from './requests.ts';
import { type Sql, join, sql } from './sql.ts';

/** A decision of the log with the item that it is about. */
export type LoggedDecision = { request: StoredRequest; itemKey: string | null; itemTitle: string | null };

export type DecisionFilter = {
  item?: string | undefined;
  decisionKind?: string | undefined;
  /** Who decided it, or would. */
  decider?: string | undefined;
  /** Times as ISO 8601, both inclusive: of the decision, or, while it is open, of the question. */
  from?: string | undefined;
  until?: string | undefined;
  text?: string | undefined;
  state?: 'open' | 'decided' | undefined;
  before?: string | undefined;
  limit: number;
};

const escaped = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function conditions({ item, decisionKind, decider, from, until, text, state, before }: DecisionFilter): Sql[] {
  const wanted: (Sql | false | undefined | '')[] = [
    item && sql`q.item = ${item}`,
    decisionKind && sql`q.body ->> 'decisionKind' = ${decisionKind}`,
    decider && sql`(q.responder = ${decider} or (q.state = 'open' and q.to_participant = ${decider}))`,
    from && sql`coalesce(q.answered_at, q.created_at) >= ${from}`,
    until && sql`coalesce(q.answered_at, q.created_at) <= ${until}`,
    text && sql`(q.body ->> 'text' ilike ${escaped(text)} or q.response ->> 'reason' ilike ${escaped(text)})`,
    state === 'open' && sql`q.state = 'open'`,
    state === 'decided' && sql`q.response ->> 'choice' is not null`,
    before && sql`q.id < ${before}`,
  ];
  return wanted.filter((one): one is Sql => Boolean(one));
}

/** One page of the decision log, newest first. */
export async function listDecisions(connection: Connection, filter: DecisionFilter): Promise<LoggedDecision[]> {
  const wanted = [sql`q.kind = 'decision'`, ...conditions(filter)];
  const requests = await requestsWhere(
    connection,
    sql`${join(wanted, ' and ')} order by q.id desc limit ${filter.limit}`,
  );
  return withItems(connection, requests);
}

export async function withItems(
  { workspace, query }: Connection,
  requests: readonly StoredRequest[],
): Promise<LoggedDecision[]> {
  const ids = requests.flatMap(({ item }) => (item === null ? [] : [item]));
  const rows =
    ids.length === 0
      ? []
      : await query<{ id: string; key: string; title: string }>(
          sql`select id, key, title from items where workspace = ${workspace} and id = any(${ids}::uuid[])`,
        );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return requests.map((request) => {
    const about = request.item === null ? undefined : byId.get(request.item);
    return { request, itemKey: about?.key ?? null, itemTitle: about?.title ?? null };
  });
}
