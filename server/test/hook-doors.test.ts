import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { limits } from '../src/domain/limits.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import createHook from '../src/operations/hook/create.ts';
import rotateHook from '../src/operations/hook/rotate.ts';
import updateHook from '../src/operations/hook/update.ts';
import createParticipant from '../src/operations/participant/create.ts';
import createTeam from '../src/operations/team/create.ts';
import lendToken from '../src/operations/webhook/lend-token.ts';
import { bearerOf, findSystem } from '../src/store/people.ts';
import { testApp } from './app.ts';
import { addPeople, readyItem } from './world.ts';

/** What comes broken at the doors for other systems: an address for their webhooks, and the token that is pushed with work. */

const app = await testApp();
app.clock.now = Date.now();
const people = await addPeople(app);
const team = await app.operator(createTeam, { key: 'OPS', name: 'Operations' });
await app.operator(createTeam, { key: 'OTH', name: 'Others' });
await app.operator(createParticipant, { kind: 'system', name: 'ci' });
const hook = await app.operator<{ id: string; secret: string; address: string }>(createHook, {
  name: 'CI',
  participant: 'ci',
  allows: ['intake'],
  team: 'OPS',
});
const path = new URL(hook.address).pathname;

function signed(body: string, secret = hook.secret) {
  const [id, at] = [randomUUID(), new Date()];
  return {
    authorization: '',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
const post = async (body: string | Buffer, headers: Record<string, string>) => {
  const { status, json } = await app.send(path, { method: 'POST', body, headers });
  return [status, json['code'] ?? json['outcome']];
};
const intake = (title: string) => JSON.stringify({ type: 'intake', title });

test('a body that is too large or no text is turned away, and one that breaks off leaves the door open', async () => {
  const large = intake('x'.repeat(limits.bodyBytes));
  assert.deepEqual(await post(large, signed(large)), [413, 'too_large']);
  const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
  assert.deepEqual(await post(bytes, signed('{}')), [400, 'malformed']);
  await new Promise<void>((resolve) => {
    const headers = { ...signed(intake('Broken')), 'content-length': '1000' };
    const leaving = request(`${app.url}${path}`, { method: 'POST', headers }, () => undefined);
    leaving.on('error', () => resolve());
    leaving.write('{"type":"intake"');
    setTimeout(() => leaving.destroy(new Error('gone')), 50);
  });
  assert.deepEqual(await post(intake('Whole'), signed(intake('Whole'))), [200, 'done']);
});

test('a token is no signature, and an address that is closed is as good as none', async () => {
  assert.deepEqual(await post(intake('By token'), { authorization: `Bearer ${app.token}` }), [401, 'bad_signature']);
  assert.equal((await app.send(path, { method: 'GET', headers: { authorization: '' } })).status, 405);
  const { version } = await app.operator<{ version: number }>(
    updateHook,
    { id: hook.id, enabled: false },
    { ifMatch: 1 },
  );
  assert.deepEqual(await post(intake('Closed'), signed(intake('Closed'))), [404, 'not_found']);
  await app.operator(updateHook, { id: hook.id, enabled: true }, { ifMatch: version });
});

test('the secret before the last one is no longer taken', async () => {
  for (const keepHours of [24, 0]) await app.operator(rotateHook, { id: hook.id, keepHours });
  assert.deepEqual(await post(intake('Old'), signed(intake('Old'))), [401, 'bad_signature']);
});

test('the token that is pushed with work serves an hour, its team and its agent alone', async () => {
  const system = await app.database.within(app.workspace, findSystem);
  assert(system);
  const [here, elsewhere] = [
    await readyItem(app.operator, { team: 'OPS', assignee: 'bot' }),
    await readyItem(app.operator, { team: 'OTH', assignee: 'bot' }),
  ];
  const input = { id: people.bot, item: here.key, team: team.id };
  const bearer = bearerOf(system);
  const lent = await app.execute({ operation: lendToken, workspace: app.workspace, bearer, input });
  assert(!isRefusal(lent));
  const { token } = lent.body as { token: string };
  const call = async (to: string, json: object) => {
    const sent = { method: 'POST', json, headers: { authorization: `Bearer ${token}` } };
    const { status, json: answer } = await app.send(to, sent);
    return [status, answer['code']];
  };
  assert.deepEqual(await call('/v1/work/claim', { item: elsewhere.id }), [404, 'not_found']);
  assert.deepEqual(await call('/v1/items', { title: 'Another' }), [403, 'out_of_scope_token']);
  assert.deepEqual(await call('/v1/artifacts', { name: 'x', text: 'x'.repeat(limits.artifactBytes * 2) }), [
    413,
    'too_large',
  ]);
  assert.deepEqual(await call('/v1/work/claim', { item: here.id }), [200, undefined]);
  app.clock.advance(3_600_001);
  assert.deepEqual(await call('/v1/work/claim', {}), [401, 'unauthenticated']);
});
