import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/store/database.ts';
import { signal } from '../src/store/embedded/processes.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import type { LedgerEvent } from './database.ts';
import { type Place, insist, throughEvents, workThrough } from './insistent-client.ts';
import { chance } from './random-walk.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const ROUNDS = 20;
const CLIENTS = 4;

let dataDir: string;
let server: ServerProcess;
let tokens: string[];
const where = (): Place => ({ url: server.url, operator: server.token });

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coact-crash-'));
  server = await startServerProcess(dataDir);
  const agents = Array.from({ length: CLIENTS }, async (_, i) => {
    const { body } = await insist(where, null, '/v1/participants', { kind: 'agent', name: `crash ${i}` });
    const minted = await insist(where, null, `/v1/participants/${body.id}/tokens`, { name: 'crash' });
    return String(minted.body['token']);
  });
  tokens = await Promise.all(agents);
});
after(async () => {
  await server.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

const postmaster = async () => Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

const faults = {
  async server() {
    await server.end('SIGKILL');
    server = await startServerProcess(dataDir);
  },
  /** The server brings it back by itself. Its backends may answer for a moment longer, so it may be gone already at the next blow. */
  async postmaster() {
    signal(await postmaster(), 'SIGKILL');
  },
  async both() {
    signal(await postmaster(), 'SIGKILL');
    await faults.server();
  },
};

/** Runs a load until told to stop; every client finishes the item that it has begun. Gives the titles worked through. */
function load(name: string): { stop: () => Promise<string[]> } {
  const stopping = new AbortController();
  const done: string[] = [];
  const clients = tokens.map(async (token, i) => {
    for (let n = 0; !stopping.signal.aborted; n += 1) {
      const title = `${name} ${i}.${n}`;
      await workThrough(where, token, title);
      done.push(title);
    }
  });
  // Awaited when it stops; a failure before that must not end the process.
  const all = Promise.all(clients);
  all.catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await all;
      return done;
    },
  };
}

const inDatabase = async <T>(
  work: (database: ReturnType<typeof openDatabase>, workspace: string) => Promise<T>,
): Promise<T> => {
  const database = openDatabase({ host: join(dataDir, 'socket'), port: 5432, user: 'coact', database: 'coact' });
  try {
    const [row] = await database.global<{ id: string }>(sql`select id from workspaces`);
    return await work(database, row?.id ?? '');
  } finally {
    await database.close();
  }
};

/** Each title stands for six acknowledged commands: each is in the ledger, and none twice. */
async function assertOnce(titles: readonly string[]): Promise<void> {
  const events = await inDatabase(checkWorld);
  const ofTitle = new Map<string, LedgerEvent[]>();
  const byItem = Map.groupBy(events, ({ item }) => item?.id);
  for (const [, own] of byItem) {
    const created = own.find(({ type }) => type === 'item.created');
    const title = (created?.data['contract'] as { title: string } | undefined)?.title;
    if (title === undefined) continue;
    assert(!ofTitle.has(title), `${title} was created twice`);
    ofTitle.set(title, own);
  }
  for (const title of titles) {
    const types = ofTitle
      .get(title)
      ?.map(({ type }) => type)
      .filter((type) => !type.startsWith('request.'));
    assert.deepEqual(types, throughEvents, title);
  }
}

test(`through ${ROUNDS} kills of the server, of the database and of both, under load, no acknowledged command is lost or acts twice`, async () => {
  const dice = chance(20);
  const running = load('killed');
  for (let round = 0; round < ROUNDS; round += 1) {
    await sleep(150 + dice.int(500));
    await faults[(['server', 'postmaster', 'both'] as const)[round % 3] ?? 'both']();
    // Back in service before the next blow: the bound is generous, since this is no measurement.
    await Promise.race([
      insist(where, null, '/v1/artifacts', { name: 'ready', text: `round ${round}` }),
      sleep(20_000, null, { ref: false }).then(() => assert.fail('not ready again in 20 s')),
    ]);
  }
  const titles = await running.stop();
  assert(
    titles.length > ROUNDS,
    `only ${titles.length} items were worked through: the load was too small to show anything`,
  );
  await assertOnce(titles);
});

test('told to stop under load, the server ends in order within 10 s, with its database, and keeps what it acknowledged', async () => {
  const running = load('stopped');
  await sleep(500);
  const pid = await postmaster();
  const how = await Promise.race([server.end('SIGTERM'), sleep(10_000, 'still running', { ref: false })]);
  assert.equal(how, 0, server.errors());
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  server = await startServerProcess(dataDir);
  const titles = await running.stop();
  assert(titles.length > 0);
  await assertOnce(titles);
});
