import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type Json, insist, workThrough } from './insistent-client.ts';
import type { ServerProcess } from './server-process.ts';
import { skipTwo as skip, startTwo } from './two-servers.ts';
import { makeRule } from '../src/domain/policy/testing/make-rule.ts';

const admin = { COACT_ADMIN_EMAIL: 'ana@example.com', COACT_ADMIN_PASSWORD: 'a lighthouse in the fog 1' };

let both: Awaited<ReturnType<typeof startTwo>>;
let url: string;
let one: ServerProcess;
let two: ServerProcess;
before(async () => {
  if (skip) return;
  both = await startTwo(admin);
  url = both.url;
  [one, two] = both.servers;
});
after(() => both?.end());

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

/** The other server hears by a notification of the database: at once, though not in the same instant. */
async function refusedSoon(server: ServerProcess, token: string): Promise<number> {
  const until = Date.now() + 1_000;
  let status = 200;
  while (status === 200 && Date.now() < until) ({ status } = await ask(server, token, 'GET', '/v1/me'));
  return status;
}

test('a session that ends on one server, in whichever way, is refused on the other at once', { skip }, async () => {
  const signIn = async () => {
    const said = { email: admin.COACT_ADMIN_EMAIL, password: admin.COACT_ADMIN_PASSWORD };
    const response = await fetch(`${one.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
    });
    const { token } = (await response.json()) as { token: string };
    // Both have it in their memory before it ends.
    for (const server of [one, two]) assert.equal((await ask(server, token, 'GET', '/v1/me')).status, 200);
    return token;
  };
  const own = async (token: string) => {
    const { body } = await ask(one, token, 'GET', '/v1/sessions');
    return ((body?.['items'] ?? []) as { id: string; current: boolean }[]).find(({ current }) => current)?.id;
  };
  const [left, taken, kept] = [await signIn(), await signIn(), await signIn()];
  assert.equal((await ask(one, left, 'DELETE', '/v1/sessions/current')).status, 204);
  assert.equal(await refusedSoon(two, left), 401, 'signed out');
  assert.equal((await ask(one, kept, 'DELETE', `/v1/sessions/${await own(taken)}`)).status, 204);
  assert.equal(await refusedSoon(two, taken), 401, 'ended by its owner elsewhere');
  const another = await signIn();
  assert.equal((await ask(one, kept, 'POST', '/v1/sessions/revoke-others', {})).status, 200);
  assert.equal(await refusedSoon(two, another), 401, 'ended with all others');
  assert.equal((await ask(two, kept, 'GET', '/v1/me')).status, 200, 'the one that stayed');
});

test(
  'somebody who is paused on one server acts on the other no more, nor by a session of theirs',
  { skip },
  async () => {
    const { id, token } = await addAgent('paused');
    assert.equal((await ask(two, token, 'POST', '/v1/items', { title: 'x', team: 'GEN' })).status, 201);
    assert.equal((await ask(one, one.token, 'PATCH', `/v1/participants/${id}`, { status: 'paused' })).status, 200);
    const until = Date.now() + 1_000;
    let answer: Awaited<ReturnType<typeof ask>> = { status: 201, body: null };
    while (answer.status === 201 && Date.now() < until)
      answer = await ask(two, token, 'POST', '/v1/items', { title: 'y', team: 'GEN' });
    assert.equal(answer.body?.['code'], 'not_active');
  },
);

test(
  'servers with different keys say how many secrets they cannot open, and serve all the same',
  { skip },
  async () => {
    const unreadable = async (server: ServerProcess) =>
      (await ask(server, server.token, 'GET', '/readyz')).body?.['unreadableSecrets'];
    assert.deepEqual([await unreadable(one), await unreadable(two)], [0, 0]);
    const { body } = await insist(at(one), null, '/v1/webhooks', { name: 'Chat', url: 'https://hooks.example.com/x' });
    assert.deepEqual([await unreadable(one), await unreadable(two)], [0, 1]);
    assert.equal((await ask(two, two.token, 'GET', '/v1/webhooks')).status, 200);
    assert.equal((await ask(one, one.token, 'DELETE', `/v1/webhooks/${body.id}`)).status, 204);
  },
);

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
    // Sixty-four busy agents are slow to answer; how long one answer takes is not how long the news took.
    let [slowest, asked, heard] = [0, fleet.acknowledged, 0];
    for (let isStopped = false; !isStopped; heard = asked - fleet.acknowledged) {
      isStopped = Boolean(await me());
      slowest = Math.max(slowest, performance.now() - asked);
      asked = performance.now();
    }
    await sleep(1_500);
    fleet.over = true;
    await Promise.all(busy);
    t.diagnostic(`the other server had heard of it after ${Math.round(heard)} ms; ${fleet.accepted} accepted before`);
    assert.deepEqual(fleet.late, []);
    assert(heard < 1_000 + slowest, `the other server heard of the stop only after ${heard} ms`);
    const refused = await ask(two, agents[0]?.token ?? '', 'POST', '/v1/work/claim', {});
    assert.equal(refused.body?.['code'], 'stopped');
    await insist(at(two), null, `/v1/stops/${stop.body.id}/lift`, {});
  },
);

/** How long the other server goes on as before, in milliseconds: asked again and again until it answers otherwise. */
async function untilOther(token: string, path: string, body: object, is: (status: number) => boolean): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { status } = await ask(two, token, 'POST', path, body);
    const took = performance.now() - began;
    if (is(status) || took > 5_000) return took;
  }
}

/** What an admin changes on one server; those commands say which version they change. */
async function change(path: string, body: object, method: 'PUT' | 'PATCH' = 'PUT'): Promise<Json> {
  const headers = {
    authorization: `Bearer ${one.token}`,
    'content-type': 'application/json',
    'if-match': '*',
  };
  const response = await fetch(one.url + path, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert(response.ok, `${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Json;
}

test(
  'a rule, a lower level of autonomy and a pause that one server was told count on the other within a second',
  { skip },
  async (t) => {
    const agent = await addAgent('bounded');
    const item = await insist(at(one), null, '/v1/items', { title: 'Spoken of', ...clear });
    const comment = { text: 'On it.' };
    const comments = `/v1/items/${item.body.id}/comments`;
    assert.equal((await ask(two, agent.token, 'POST', comments, comment)).status, 201);
    const refused = (status: number) => status === 403 || status === 409;
    const allowed = (status: number) => status === 201;

    const rule = makeRule('silence', { action: 'item.comment', actorKind: 'agent' }, 'forbid');
    await change('/v1/policy', { rules: [rule] });
    const ruled = await untilOther(agent.token, comments, comment, refused);
    await change('/v1/policy', { rules: [] });
    const unruled = await untilOther(agent.token, comments, comment, allowed);

    await change(`/v1/participants/${agent.id}/autonomy`, { level: 'observer' });
    const lowered = await untilOther(agent.token, comments, comment, refused);
    await change(`/v1/participants/${agent.id}/autonomy`, { level: 'reporting' });
    const raised = await untilOther(agent.token, comments, comment, allowed);

    await change(`/v1/participants/${agent.id}`, { status: 'paused', reason: 'Enough.' }, 'PATCH');
    const paused = await untilOther(agent.token, comments, comment, refused);
    const told = await ask(two, agent.token, 'POST', comments, comment);
    assert.deepEqual([told.body?.['code'], told.body?.['reason']], ['not_active', 'Enough.']);

    const took = { ruled, unruled, lowered, raised, paused };
    const said = Object.entries(took).map(([what, ms]) => `${what} ${Math.round(ms)} ms`);
    t.diagnostic(`the other server heard of it after: ${said.join(', ')}`);
    for (const [what, ms] of Object.entries(took)) assert(ms < 1_000, `${what} after ${ms} ms`);
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
