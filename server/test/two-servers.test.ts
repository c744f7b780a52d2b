import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { chooseAccount } from '../src/store/embedded/account.ts';
import { openDatabase } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type Json, insist, workThrough } from './insistent-client.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const debian = '/usr/lib/postgresql';
const newest = existsSync(debian)
  ? readdirSync(debian)
      .map(Number)
      .sort((a, b) => b - a)
      .find((version) => existsSync(`${debian}/${version}/bin/initdb`))
  : undefined;
const skip =
  newest === undefined || newest < 15 ? `there is no ordinary PostgreSQL of 15 or newer in ${debian}` : false;

/** Two servers on an ordinary PostgreSQL that neither of them started, with an account that is no superuser. */
let folder: string;
let url: string;
let one: ServerProcess;
let two: ServerProcess;

async function program(name: string, args: string[]): Promise<void> {
  const account = await chooseAccount();
  const { status, stderr, error } = spawnSync(`${debian}/${newest}/bin/${name}`, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`, { cause: error });
}

before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), 'coact-two-'));
  const account = await chooseAccount();
  const data = join(folder, 'data');
  await mkdir(data);
  await Promise.all([folder, data].map((path) => chown(path, account.uid, account.gid)));
  await chmod(folder, 0o755);
  await program('initdb', ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '-N']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=60 -c fsync=off`;
  await program('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start']);
  const client = new Client({ host: folder, user: 'admin', database: 'postgres' });
  await client.connect();
  await client.query('create role plain login createrole');
  await client.query('create database coact owner plain');
  await client.end();
  url = `postgresql://plain@localhost/coact?host=${encodeURIComponent(folder)}`;
  // Both at once: one brings the empty database up to date, the other waits for it.
  [one, two] = (await Promise.all(
    ['one', 'two'].map((name) => startServerProcess(join(folder, name), { DATABASE_URL: url })),
  )) as [ServerProcess, ServerProcess];
});
after(async () => {
  if (skip) return;
  await Promise.all([one, two].map((server) => server?.end('SIGTERM')));
  await program('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop']);
  await rm(folder, { recursive: true, force: true });
});

const at = (server: ServerProcess) => () => ({ url: server.url, operator: server.token });
const by = (i: number) => at(i % 2 ? two : one);

async function addAgent(name: string): Promise<{ id: string; token: string; tokenId: string }> {
  const { body } = await insist(at(one), null, '/v1/participants', { kind: 'agent', name });
  const minted = await insist(at(one), null, `/v1/participants/${body.id}/tokens`, { name });
  return { id: body.id, token: String(minted.body['token']), tokenId: minted.body.id };
}

const clear = { outcome: 'True.', criteria: [{ text: 'One' }], priority: 1 };

async function ask(
  server: ServerProcess,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Json | null }> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(server.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as Json) : null };
}

test('both servers serve, each with what the other wrote', { skip }, async () => {
  const { body } = await insist(at(one), null, '/v1/items', { title: 'Written on one' });
  const { status, body: read } = await ask(two, two.token, 'GET', `/v1/items/${body.id}`);
  assert.equal(status, 200);
  assert.equal(read?.['title'], 'Written on one');
});

test('two servers never give one item to two agents', { skip }, async () => {
  const agents = await Promise.all(['a', 'b', 'c', 'd'].map(addAgent));
  const items = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const { body } = await insist(by(i), null, '/v1/items', {
        title: `Work ${i}`,
        outcome: 'True.',
        criteria: [{ text: 'One' }],
        priority: 1,
      });
      await insist(by(i), null, `/v1/items/${body.id}/commit`, {});
      return body.id;
    }),
  );
  const answers = await Promise.all(
    Array.from({ length: 48 }, (_, i) =>
      ask(i % 2 ? two : one, agents[i % 4]?.token ?? '', 'POST', '/v1/work/claim', {}),
    ),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 204]));
  const won = answers.flatMap(({ body }) => (body ? [(body['item'] as Json).id] : []));
  assert.deepEqual(won.sort(), items.sort());
});

test('a token that is revoked on one server is refused on the other at once', { skip }, async () => {
  for (let round = 0; round < 10; round += 1) {
    const agent = await addAgent(`revoked ${round}`);
    assert.equal((await ask(two, agent.token, 'GET', '/v1/me')).status, 200);
    const revoked = await ask(one, one.token, 'DELETE', `/v1/participants/${agent.id}/tokens/${agent.tokenId}`);
    assert.equal(revoked.status, 204, JSON.stringify(revoked));
    // The other server hears of it by a notification of the database: at once, though not in the same instant.
    const until = Date.now() + 2_000;
    let status = 200;
    while (status === 200 && Date.now() < until) ({ status } = await ask(two, agent.token, 'GET', '/v1/me'));
    assert.equal(status, 401);
  }
});

test('a lease that is over ends once, though both servers look for it', { skip }, async () => {
  const agent = await addAgent('sleeper');
  const ids: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    const { body } = await insist(by(i), null, '/v1/items', {
      title: `Lost ${i}`,
      outcome: 'True.',
      criteria: [{ text: 'One' }],
      priority: 1,
    });
    await insist(by(i), null, `/v1/items/${body.id}/commit`, {});
    await insist(by(i), agent.token, '/v1/work/claim', { item: body.id, lease: 5 });
    ids.push(body.id);
  }
  await sleep(7_500);
  for (const id of ids) {
    const { body } = await ask(one, one.token, 'GET', `/v1/items/${id}/history`);
    const types = ((body?.['items'] ?? []) as { type: string }[]).map(({ type }) => type);
    assert.equal(types.filter((type) => type === 'item.lost').length, 1, types.join());
  }
});

test(
  'a stop on one server holds on both: not a write of 64 busy agents is accepted after it is acknowledged',
  { skip },
  async (t) => {
    const agents = await Promise.all(Array.from({ length: 64 }, (_, i) => addAgent(`fleet ${i}`)));
    await Promise.all(
      agents.map(async ({ token }, i) => {
        const { body } = await insist(by(i), token, '/v1/items', { title: `Fleet ${i}`, ...clear, owner: 'Operator' });
        await insist(by(i), null, `/v1/items/${body.id}/commit`, {});
      }),
    );
    // What a server says no to is no news here: whoever is stopped goes on trying.
    const fleet = { over: false, acknowledged: Infinity, late: [] as string[], accepted: 0 };
    t.after(() => (fleet.over = true));
    const busy = agents.map(async ({ token }, i) => {
      let run: { id: string; fence: number } | null = null;
      for (let n = i; !fleet.over; n += 1) {
        const claims = !run || n % 5 === 0;
        const path: string = claims ? '/v1/work/claim' : n % 2 ? `/v1/runs/${run?.id}/heartbeat` : '/v1/artifacts';
        const body = claims ? {} : n % 2 ? { fence: run?.fence } : { name: 'note', text: `${i} ${n}` };
        const sent = performance.now();
        const answer = await ask(n % 2 ? two : one, token, 'POST', path, body);
        if (answer.status < 300) fleet.accepted += 1;
        // Nothing to claim is no write; a server that has not heard of the stop yet may say so for an instant.
        if (answer.status < 300 && answer.status !== 204 && sent > fleet.acknowledged)
          fleet.late.push(`${path} ${answer.status}`);
        if (claims && answer.status === 200) run = answer.body?.['run'] as { id: string; fence: number };
      }
    });
    while (fleet.accepted < 300) await sleep(10);
    const stop = await insist(at(one), null, '/v1/stops', { workspace: true, reason: 'All of them.' });
    fleet.acknowledged = performance.now();
    const me = async () => (await ask(two, agents[0]?.token ?? '', 'GET', '/v1/me')).body?.['stopped'];
    while (!(await me())) await sleep(1);
    const heard = performance.now() - fleet.acknowledged;
    await sleep(1_500);
    fleet.over = true;
    await Promise.all(busy);
    t.diagnostic(`the other server had heard of it after ${Math.round(heard)} ms; ${fleet.accepted} accepted before`);
    assert.deepEqual(fleet.late, []);
    assert(heard < 1_000, `the other server heard of the stop only after ${heard} ms`);
    const refused = await ask(two, agents[0]?.token ?? '', 'POST', '/v1/work/claim', {});
    assert.equal(refused.body?.['code'], 'stopped');
    await insist(at(two), null, `/v1/stops/${stop.body.id}/lift`, {});
  },
);

test('under load through both servers the ledger is one, and tells exactly what the tables say', { skip }, async () => {
  const agents = await Promise.all(['x', 'y', 'z', 'w'].map((name) => addAgent(`load ${name}`)));
  await Promise.all(
    agents.map(async ({ token }, i) => {
      for (let n = 0; n < 12; n += 1) await workThrough(by(i + n), token, `load ${i}.${n}`);
    }),
  );
  const database = openDatabase({ connectionString: url });
  const [row] = await database.global<{ id: string }>(sql`select id from workspaces`);
  await checkWorld(database, row?.id ?? '');
  await database.close();
});
