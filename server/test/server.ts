import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { bootstrap } from '../src/operations/bootstrap.ts';
import { openDatabase } from '../src/store/database.ts';
import { launchEmbedded } from '../src/store/embedded/launch.ts';
import { migrate } from '../src/store/migrate.ts';

/** The PostgreSQL that tests use: the one that a whole run shares, else one of this process's own in a temporary folder. */
export type TestServer = { host: string; port: number; user: string; database: string };

/** When every test begins. */
export const START = Date.parse('2026-01-05T09:00:00Z');
export const ids = { next: () => uuidv7() };

const endings: (() => Promise<unknown>)[] = [];
/** Runs at the end of the file, what was asked for last first: a hook of one's own would run at once when set within a hook. */
export const atEnd = (work: () => Promise<unknown>): void => void endings.push(work);
after(async () => {
  for (const work of endings.toReversed()) await work();
});

let server: Promise<TestServer> | undefined;

/** Gives the server that COACT_TEST_DATABASE names, as JSON of host, port, user and database; else launches one. */
export const testServer = (): Promise<TestServer> => (server ??= findServer());

async function findServer(): Promise<TestServer> {
  const named = process.env['COACT_TEST_DATABASE'];
  if (named) return JSON.parse(named);
  const { connection, stop } = await launchTestServer();
  atEnd(stop);
  return connection;
}

/** Launches a PostgreSQL in a temporary folder that is removed when it stops. */
export async function launchTestServer(): Promise<{ connection: TestServer; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'coact-test-'));
  const embedded = await launchEmbedded({ dataDir: folder });
  return {
    connection: embedded.connection,
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function withAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(await testServer());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Any number will do, as long as every process asks for the same one. */
const LOCK = 4180_0001;
let template: Promise<string> | undefined;

/** The name of a database that is migrated and bootstrapped, made once for the server and cloned for every test. */
export const templateDatabase = (): Promise<string> => (template ??= withAdmin(makeTemplate));

async function makeTemplate(client: Client): Promise<string> {
  const name = `coact_template_${fingerprint()}`;
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  const { rows } = await client.query('select from pg_database where datname = $1', [name]);
  if (rows.length > 0) return name;
  // Under another name until it is whole: a run that was cut short leaves no half template behind.
  await client.query(`drop database if exists "${name}_new" with (force)`);
  await client.query(`create database "${name}_new"`);
  const config = { ...(await testServer()), database: `${name}_new` };
  await migrate(config);
  const database = openDatabase(config);
  await bootstrap(database, { now: () => START, ids });
  await database.close();
  await client.query(`alter database "${name}_new" rename to "${name}"`);
  return name;
}

/** Tells templates of different code apart, for a server that outlives a run. */
function fingerprint(): string {
  const source = new URL('../src/', import.meta.url);
  const migrations = readdirSync(new URL('store/migrations/', source)).sort();
  const files = ['operations/bootstrap.ts', ...migrations.map((name) => `store/migrations/${name}`)];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(file, source)));
  return hash.digest('hex').slice(0, 12);
}
