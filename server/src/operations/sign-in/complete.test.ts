import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sql } from '../../store/sql.ts';
import createParticipant from '../participant/create.ts';
import getParticipant from '../participant/get.ts';
import retire from '../participant/retire.ts';
import updateParticipant from '../participant/update.ts';
import createProvider from '../provider/create.ts';
import updateProvider from '../provider/update.ts';
import complete from './complete.ts';

type Session = { token: string; participant: Answer };

let db: TestDatabase;
let provider: string;
before(async () => {
  db = await testDatabase();
  const said = { name: 'House', issuer: 'https://login.example.com', clientId: 'coact', createPeople: true };
  const mappings = [{ group: 'bosses', role: 'admin' }];
  provider = (await db.operator(createProvider, { ...said, mappings })).id;
});

let states = 0;
const input = (claims: object, more: object = {}) => ({
  provider,
  state: `state ${(states += 1)}`,
  expiresAt: db.clock.now + 600_000,
  claims: { subject: 's', email: null, emailVerified: false, name: null, groups: [], ...claims },
  ...more,
});
const signIn = async (claims: object, more?: object) =>
  (await db.as(null)<Session>(complete, input(claims, more))).participant;
const refused = async (claims: object, more?: object) =>
  (await db.as(null).refused(complete, input(claims, more)))['problem'];
const roleOf = async (id: string) => (await db.as(id)(getParticipant, { id }))['role'];

test('somebody new has what the provider verified, and nothing that it did not', async () => {
  const one = await signIn({ subject: 'a', email: 'a@example.com', emailVerified: true, name: 'Ada' });
  assert.deepEqual([one['name'], one['email'], one['role'], one['teams']], ['Ada', 'a@example.com', 'guest', []]);
  const two = await signIn({ subject: 'b', email: 'b@example.com', name: 'Ada' });
  assert.deepEqual([two['name'], two['email']], ['Ada', null]);
  const three = await signIn({ subject: 'c' });
  assert.equal(three['name'], 'Somebody new');
  assert.equal((await signIn({ subject: 'a' })).id, one.id, 'known by the subject from then on');
  const text = JSON.stringify(await db.events());
  for (const secret of ['a@example.com', '"subject":"a"']) assert(!text.includes(secret), secret);
});

test('whoever comes twice at once for the first time becomes one person', async () => {
  await db.warmUp();
  const all = await Promise.all([1, 2, 3].map(() => signIn({ subject: 'twin', name: 'Twin' })));
  assert.equal(new Set(all.map(({ id }) => id)).size, 1);
});

test('a sign-in leads to one session, and what is over is forgotten', async () => {
  const said = input({ subject: 'a' });
  await db.as(null)(complete, said);
  const again = await db.as(null).refused(complete, said);
  assert.deepEqual(again, { refused: 'sign_in_refused', problem: 'used' });
  db.clock.advance(3_600_000);
  await signIn({ subject: 'a' });
  const kept = await db.database.within(db.workspace, ({ query }) => query(sql`select from spent_sign_ins`));
  assert.equal(kept.length, 1);
});

test('an admin by a group is one while the group is theirs, but the last admin stays', async () => {
  const boss = await signIn({ subject: 'boss', name: 'Boss', groups: ['bosses'] });
  assert.equal(await roleOf(boss.id), 'admin');
  await signIn({ subject: 'boss' });
  assert.equal(await roleOf(boss.id), 'guest');
  await signIn({ subject: 'boss', groups: ['bosses'] });
  await db.as('Boss')(updateParticipant, { id: 'Operator', status: 'paused' });
  await signIn({ subject: 'boss' });
  assert.equal(await roleOf(boss.id), 'admin', 'nobody else could administer');
  await db.as('Boss')(updateParticipant, { id: 'Operator', status: 'active' });
  await signIn({ subject: 'boss' });
  assert.equal(await roleOf(boss.id), 'guest');
  const told = (await db.events('participant.updated')).map(({ data }) => data['role']).filter(Boolean);
  assert.deepEqual(told, ['guest', 'admin', 'guest']);
});

test('whoever has left, is paused, or is no person stays outside; each is told why', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Lea', email: 'lea@example.com' });
  await signIn({ subject: 'lea', email: 'lea@example.com', emailVerified: true });
  await db.operator(updateParticipant, { id: 'Lea', status: 'paused' });
  assert.equal(await refused({ subject: 'lea' }), 'not_active');
  await db.operator(retire, { id: 'Lea', reason: 'She leaves.' });
  assert.equal(await refused({ subject: 'lea' }), 'not_active');
  await db.operator(createParticipant, { kind: 'agent', name: 'bot', email: 'bot@example.com' });
  assert.equal(await refused({ subject: 'bot', email: 'bot@example.com', emailVerified: true }), 'email_taken');
  await db.operator(updateProvider, { id: provider, emailDomains: ['example.com'] });
  assert.equal(await refused({ subject: 'd', email: 'd@evil.example', emailVerified: true }), 'wrong_domain');
  assert.equal(await refused({ subject: 'd', email: 'd@example.com' }), 'email_unverified');
  await db.operator(updateProvider, { id: provider, createPeople: false });
  assert.equal(await refused({ subject: 'd', email: 'd@example.com', emailVerified: true }), 'not_invited');
  const gone = { provider: '0197a000-0000-7000-8000-00000000dead' };
  assert.equal((await db.as(null).refused(complete, input({}, gone))).refused, 'not_found');
  await checkWorld(db.database, db.workspace);
});
