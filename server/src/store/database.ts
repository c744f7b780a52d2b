import pg from 'pg';
import type { Sight } from '../domain/sight.ts';
import { type Sql, sql, textOf } from './sql.ts';
import { type Vault, createVault } from './vault.ts';

export type DatabaseConfig = (
  | { connectionString: string; max?: number }
  | { host: string; port: number; user: string; database: string; max?: number }
) & {
  /** With what secrets are sealed; without it none can be kept or used. */
  vault?: Vault;
};

/** One connection that serves one workspace: row-level security hides every other one's rows from it. */
export type Connection = {
  workspace: string;
  /** Seals and opens the secrets of its rows. */
  vault: Vault;
  /** Whether BEGIN was said: then several statements stand or fall together. */
  inTransaction: boolean;
  /** Runs one statement, prepared once for each connection. */
  query: <Row = Record<string, unknown>>(statement: Sql) => Promise<Row[]>;
  /** The same for the last statement of a transaction: COMMIT travels with it, and the locks are held a flight less. */
  queryLast: Connection['query'];
  /** Does some work seeing no more than somebody does, or, with null, everything; nothing else may use the connection meanwhile. */
  seeing: <T>(sight: Sight | null, work: () => Promise<T>) => Promise<T>;
};

export type Database = {
  within<T>(workspace: string, work: (connection: Connection) => Promise<T>): Promise<T>;
  /** The same inside BEGIN … COMMIT; any error undoes everything. */
  transaction<T>(workspace: string, work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs where no workspace is known yet; only the table `workspaces` and the catalogue can be read there. */
  global<Row = Record<string, unknown>>(statement: Sql): Promise<Row[]>;
  /** A connection of one's own, for LISTEN and long-held locks. */
  dedicated(): Promise<pg.Client>;
  close(): Promise<void>;
};

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

/** Times become epoch milliseconds and bigints numbers: ours stay far below 2^53. */
const types = {
  getTypeParser(oid: TypeId, format?: 'text') {
    if (oid === INT8) return Number;
    if (oid === TIMESTAMPTZ) return (value: string) => Date.parse(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`);
    return pg.types.getTypeParser(oid, format);
  },
} as unknown as pg.CustomTypesConfig;

/**
 * Statements sent without waiting for one another travel together (`pipeline`), so a short transaction costs few flights.
 * On two cores 8 connections gave lower tails than 12 or 5, and as many operations a second.
 */
const pooling = { max: 8, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000, pipeline: true };

const served = new WeakMap<pg.PoolClient, string>();
const names = new Map<string, string>();

/** The same text has the same name everywhere, so each connection parses and plans it once. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

async function run<Row>(client: pg.ClientBase, statement: Sql): Promise<Row[]> {
  const text = textOf(statement);
  const result = await client.query({ name: nameOf(text), text, values: [...statement.values] });
  return result.rows as Row[];
}

/** Opens a pool whose connections have dropped to the application's role before anybody uses them. */
export function openDatabase({ vault = createVault([]), ...config }: DatabaseConfig): Database {
  // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, though its types do not say so
  const pool = new pg.Pool({ ...pooling, ...config, types, onConnect: prepare });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Nor may one that breaks between two statements of the work it is lent to: the next statement tells, and the pool drops it.
  pool.on('connect', (client) => void client.on('error', () => undefined));

  const within: Database['within'] = async (workspace, work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      if (served.get(client) !== workspace) await serve(client, workspace);
      const query: Connection['query'] = (statement) => run(client, statement);
      const own = { query, queryLast: query, seeing: createSeeing(client) };
      return await work({ workspace, vault, inTransaction: false, ...own });
    } catch (error) {
      if (isConnectionError(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    within,
    transaction: (workspace, work) => within(workspace, (connection) => atomically(connection, work)),
    async global(statement) {
      const client = await pool.connect();
      try {
        return await run(client, statement);
      } finally {
        client.release();
      }
    },
    async dedicated() {
      const client = new pg.Client({ ...config, types });
      client.on('error', () => undefined);
      await client.connect();
      await prepare(client);
      return client;
    },
    close: () => pool.end(),
  };
}

/**
 * Statements are prepared by name and differ in their values alone, so each is planned once for a connection: PostgreSQL
 * would otherwise go on planning some of them anew at every call, which cost more than running them (0.7 ms against 0.2 ms
 * for the next ready item). Every query has its index, but a plan made while a table was still empty would read it whole.
 */
const settings = `set time zone 'UTC'; set search_path to coact; set plan_cache_mode = force_generic_plan; set enable_seqscan = off`;

async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(settings);
  const { rows } = await client.query(
    `select from pg_roles where rolname = 'coact_app' and pg_has_role(oid, 'member')`,
  );
  if (rows.length > 0) await client.query('set role coact_app');
}

async function serve(client: pg.PoolClient, workspace: string): Promise<void> {
  await run(
    client,
    sql`select set_config('coact.workspace', ${workspace}, false), set_config('coact.sight', ${EVERYTHING}, false)`,
  );
  served.set(client, workspace);
}

const EVERYTHING = '';

/** A connection sees everything until it is told otherwise; one of which that is not sure is told again before its next use. */
function createSeeing(client: pg.PoolClient): Connection['seeing'] {
  let now: Sight | null = null;
  return async (sight, work) => {
    const before = now;
    if (sight === null && before === null) return work();
    await look(client, sight);
    now = sight;
    try {
      return await work();
    } finally {
      now = before;
      // Within a transaction that has failed nothing can be set: its end takes back what was.
      await look(client, before).catch(() => served.delete(client));
    }
  };
}

const look = (client: pg.PoolClient, sight: Sight | null) =>
  run(
    client,
    sight === null
      ? sql`select set_config('coact.sight', ${EVERYTHING}, false)`
      : sql`select set_config('coact.sight', 'limited', false), set_config('coact.self', ${sight.self}, false),
          set_config('coact.guest', ${sight.guest ? 'yes' : ''}, false),
          set_config('coact.teams', ${sight.teams === null ? '' : `{${sight.teams.join(',')}}`}, false)`,
  );

/** Runs the work inside BEGIN … COMMIT on a connection that has none open yet. */
export async function atomically<T>(connection: Connection, work: (connection: Connection) => Promise<T>): Promise<T> {
  // Not awaited: it travels with the first statement of the work, which fails if this did.
  connection.query(sql`begin`).catch(() => undefined);
  let ended = false;
  const query: typeof connection.query = (statement) => {
    if (ended) throw new Error('The last statement of this transaction was already sent. Send this one before it.');
    return connection.query(statement);
  };
  const queryLast: typeof connection.query = async <Row>(statement: Sql) => {
    const sent = query<Row>(statement);
    ended = true;
    // When the statement fails, PostgreSQL takes this COMMIT for a ROLLBACK, and the failure is what is thrown.
    const [rows] = await Promise.all([sent, connection.query(sql`commit`)]);
    return rows;
  };
  try {
    const result = await work({ ...connection, inTransaction: true, query, queryLast });
    if (!ended) await connection.query(sql`commit`);
    return result;
  } catch (error) {
    await connection.query(sql`rollback`).catch(() => undefined);
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The facts a command was decided on had changed when it wrote (our own CO409, or a lost race for a unique key). */
export const isConflict = (error: unknown) => ['CO409', '40001', '40P01'].includes(codeOf(error));

/** The constraint that a statement broke, or null. */
export const brokenConstraint = (error: unknown): string | null =>
  codeOf(error) === '23505' && error instanceof Error && 'constraint' in error ? String(error.constraint) : null;

/** The database is away, starting, full or out of connections: nothing was changed, and it may be back soon. */
export const isUnavailable = (error: unknown) => isConnectionError(error) || /^(53|57P|58)/.test(codeOf(error));

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const network = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EACCES'];
  if (network.includes(codeOf(error)) || codeOf(error).startsWith('08') || codeOf(error).startsWith('57P')) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    error.message,
  );
}
