import { Client, type QueryResult } from 'pg';
import { uuidv7 } from 'uuidv7';
import { isRefusal } from '../server/src/domain/refusals.ts';
import { createPipeline } from '../server/src/operations/execute.ts';
import { operations } from '../server/src/operations/registry.ts';
import { openDatabase } from '../server/src/store/database.ts';
import { type Bearer, findParticipant } from '../server/src/store/people.ts';
import { sql } from '../server/src/store/sql.ts';

export type Place = { host: string; port: number; user: string; database: string };

/** One statement as it went to the database, and the first row that came back. */
export type Sent = { text: string; values: unknown[]; row: Record<string, unknown> | undefined };
/** Statements of one flight were sent without waiting for one another. */
export type Recording = {
  /** What makes a connection fit for use: its settings, role and workspace. */
  setup: Pick<Sent, 'text' | 'values'>[];
  flights: Sent[][];
  freshIds: string[];
};

type Query = { text: string; values?: unknown[] };

/** Notes whatever passes through `pg` while `work` runs, BEGIN and COMMIT included. */
async function listenIn(work: () => Promise<void>): Promise<Sent[][]> {
  const flights: Sent[][] = [];
  let pending = 0;
  const note = (asked: string | Query, answer: Promise<QueryResult<Record<string, unknown>>>) => {
    const { text, values = [] } = typeof asked === 'string' ? { text: asked } : asked;
    const sent: Sent = { text, values: [...values], row: undefined };
    if (pending === 0) flights.push([]);
    flights.at(-1)?.push(sent);
    pending += 1;
    return answer
      .then((result) => {
        // Several statements in one text give several results.
        if (!Array.isArray(result)) [sent.row] = result.rows;
        return result;
      })
      .finally(() => (pending -= 1));
  };
  // eslint-disable-next-line typescript/unbound-method -- put back as it was, and called with its own `this`
  const { query } = Client.prototype;
  Client.prototype.query = new Proxy(query, {
    apply: (target, self, args: [string | Query]) => note(args[0], Reflect.apply(target, self, args)),
  });
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return flights;
}

/** Runs an operation once in this process, exactly as the server does, and gives what it sent to the database. */
export async function record(
  { place, workspace }: { place: Place; workspace: string },
  { operation: name, actor, input }: { operation: string; actor: string; input: object },
): Promise<Recording> {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`There is no operation ${name}. Mend bench/workloads.ts.`);
  const database = openDatabase({ ...place, max: 1 });
  try {
    const first = await listenIn(async () => {
      await database.within(workspace, ({ query }) => query(sql`select 'ready'`));
    });
    const setup = first.flat().filter(({ text }) => text !== `select 'ready'`);
    const participant = await database.within(workspace, (connection) => findParticipant(connection, actor));
    if (!participant) throw new Error(`There is no participant ${actor}.`);
    const bearer: Bearer = { ...participant, token: '', purpose: 'token', expiresAt: null };
    const freshIds: string[] = [];
    const ids = { next: () => freshIds[freshIds.push(uuidv7()) - 1] ?? '' };
    const server = { publicUrl: 'http://127.0.0.1', version: 'bench' };
    const execute = createPipeline({ database, now: Date.now, ids, server, committed: () => undefined });
    const flights = await listenIn(async () => {
      const outcome = await execute({ operation, workspace, bearer, input });
      if (isRefusal(outcome) || outcome.status === 204)
        throw new Error(`${name} could not be recorded: ${JSON.stringify(outcome)}`);
    });
    return { setup, flights, freshIds };
  } finally {
    await database.close();
  }
}
