import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { isRefusal, type Refusal } from '../src/domain/refusals.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Execute, type Outcome, createPipeline } from '../src/operations/execute.ts';
import { type Database, type DatabaseConfig, openDatabase } from '../src/store/database.ts';
import { type Bearer, type Participant, bearerOf, findParticipant, findSystem } from '../src/store/people.ts';
import { sql } from '../src/store/sql.ts';
import { KEY_BYTES, createVault } from '../src/store/vault.ts';
import { START, atEnd, ids, templateDatabase, testServer, withAdmin } from './server.ts';

export type Options = { idempotencyKey?: string; ifMatch?: number };

/** An answer as JSON; a test that looks deeper says the type that it expects. */
export type Answer = { id: string; version: number; [field: string]: unknown };

/** Calls operations as one participant, read afresh at each call. The call itself expects success. */
export type Caller = {
  <Body = Answer>(operation: Operation, input?: object, options?: Options): Promise<Body>;
  /** Expects a refusal, and gives it. */
  refused: (operation: Operation, input?: object, options?: Options) => Promise<Refusal>;
  /** Expects nothing: gives whatever comes. */
  outcome: (operation: Operation, input?: object, options?: Options) => Promise<Outcome>;
};

export type LedgerEvent = {
  id: string;
  type: string;
  at: string;
  actor: { id: string; kind: string };
  onBehalfOf: string[];
  authority: string;
  cause: string | null;
  item: { id: string; key: string } | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

type Who = string | { id: string } | Bearer | null;

export type TestDatabase = {
  database: Database;
  /** For another pool, or another server, over the same database. */
  config: DatabaseConfig;
  workspace: string;
  /** Stands still at Monday 5 January 2026, 09:00 UTC, until a test moves it. */
  clock: { now: number; advance: (ms: number) => void };
  ids: { next(): string };
  execute: Execute;
  /** Gives a caller for a participant by id or name (`Operator` is the first admin), for a bearer, or, with null, for nobody. */
  as: (who: Who) => Caller;
  /** The first admin. */
  operator: Caller;
  /** A participant by id or name as a token would give them now; `as` of it does not see later changes. */
  bearer: (who: string) => Promise<Bearer>;
  /** The participant that jobs act as. */
  system: () => Promise<Bearer>;
  /** What the ledger says from the template on, in the order of writing; of one type or of all. */
  events: (type?: string) => Promise<LedgerEvent[]>;
  /** Opens every connection of the pool, so that what is sent at once also runs at once. */
  warmUp: () => Promise<void>;
  /** Told to `committed` so far. */
  commits: { participantsChanged: boolean }[];
};

/** A database of one's own, cloned from the template and dropped at the end of the file that asked for it. */
export async function testDatabase(): Promise<TestDatabase> {
  const config = await cloneTemplate();
  const database = openDatabase(config);
  atEnd(async () => {
    await database.close();
    await withAdmin((client) => client.query(`drop database if exists "${config.database}" with (force)`));
  });
  const [row] = await database.global<{ id: string }>(sql`select id from workspaces`);
  const workspace = row?.id ?? '';
  const clock = { now: START, advance: (ms: number) => void (clock.now += ms) };
  const commits: TestDatabase['commits'] = [];
  const server = { publicUrl: 'http://127.0.0.1:4180', version: '0.0.0-test' };
  const committed = (_: string, change: { participantsChanged: boolean }) => void commits.push(change);
  const execute = createPipeline({ database, now: () => clock.now, ids, server, committed, checkAnswers: true });
  const bearer = async (who: string) =>
    bearerNamed(await database.within(workspace, (connection) => findParticipant(connection, who)), who);
  const as = (who: Who) => caller({ workspace, execute, bearer }, who);
  const [{ count: before } = { count: 0 }] = await database.within(workspace, ({ query }) =>
    query<{ count: number }>(sql`select count(*) as count from events`),
  );
  const system = async () => bearerNamed(await database.within(workspace, findSystem), 'Coact');
  const warmUp = async () => {
    const naps = Array.from({ length: POOL }, () => database.global(sql`select pg_sleep(0.05)`));
    await Promise.all(naps);
  };
  const events = (type?: string) =>
    database.within(workspace, async ({ query }) => {
      const rows = await query<{ body: string }>(sql`select body from events order by seq offset ${before}`);
      const all = rows.map(({ body }): LedgerEvent => JSON.parse(body));
      return type ? all.filter((event) => event.type === type) : all;
    });
  return {
    database,
    config,
    workspace,
    clock,
    ids,
    execute,
    as,
    operator: as('Operator'),
    bearer,
    system,
    events,
    warmUp,
    commits,
  };
}

const POOL = 12;
/** With what the secrets of test databases are sealed. */
export const TEST_KEY = randomBytes(KEY_BYTES);

async function cloneTemplate() {
  const template = await templateDatabase();
  const name = `coact_test_${randomBytes(6).toString('hex')}`;
  await withAdmin((client) => client.query(`create database "${name}" template "${template}"`));
  const { host, port, user } = await testServer();
  return { host, port, user, database: name, max: POOL, vault: createVault([TEST_KEY]) };
}

type Place = Pick<TestDatabase, 'workspace' | 'execute' | 'bearer'>;

function caller({ workspace, execute, bearer }: Place, who: Who): Caller {
  async function identity(): Promise<Bearer | null> {
    if (who === null) return null;
    if (typeof who === 'string') return bearer(who);
    return 'purpose' in who ? who : bearer(who.id);
  }
  const outcome = async (operation: Operation, input: object = {}, options: Options = {}) =>
    execute({ operation, workspace, bearer: await identity(), input, ...options });

  async function succeed<Body = Answer>(operation: Operation, input?: object, options?: Options): Promise<Body> {
    const result = await outcome(operation, input, options);
    assert(!isRefusal(result), `${operation.name} was refused: ${JSON.stringify(result)}`);
    // As it goes over the wire: what JSON cannot say is not there.
    return JSON.parse(JSON.stringify(result.body));
  }
  async function refused(operation: Operation, input?: object, options?: Options): Promise<Refusal> {
    const result = await outcome(operation, input, options);
    assert(isRefusal(result), `${operation.name} was not refused: ${JSON.stringify(result)}`);
    const general = [
      'forbidden',
      'out_of_scope_token',
      'forbidden_by_policy',
      'unauthenticated',
      'not_active',
      'sponsor_away',
      'stopped',
      'key_reused',
      'busy',
      'unavailable',
      'invalid_input',
    ];
    assert(
      [...operation.refuses, ...general].includes(result.refused),
      `${operation.name} does not declare ${result.refused}`,
    );
    return result;
  }
  return Object.assign(succeed, { refused, outcome });
}

function bearerNamed(participant: Participant | null, named: string): Bearer {
  assert(participant, `there is no participant ${named}, or more than one`);
  return bearerOf(participant);
}
