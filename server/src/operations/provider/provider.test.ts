import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import methods from '../sign-in/methods.ts';
import createTeam from '../team/create.ts';
import createProvider from './create.ts';
import deleteProvider from './delete.ts';
import listProviders from './list.ts';
import testProvider from './test.ts';
import updateProvider from './update.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
  await db.operator(createTeam, { key: 'OPS', name: 'Operations' });
});

const SECRET = 'a-secret-that-nobody-may-see';
const said = { issuer: 'https://login.example.com', clientId: 'coact', clientSecret: SECRET };
let count = 0;
const add = (more: object = {}) =>
  db.operator<Answer & { mappings: { teams: string[] }[] }>(createProvider, {
    name: `House ${(count += 1)}`,
    ...said,
    ...more,
  });
const nowhere = '0197a000-0000-7000-8000-00000000dead';

test('an admin adds a provider, and reads what to register there; its secret is never shown, nor kept where it is read', async () => {
  const made = await db.operator(createProvider, { name: 'Keller ID', ...said }, { idempotencyKey: 'k' });
  const { id, createdAt, updatedAt, ...rest } = made;
  assert.deepEqual(rest, {
    name: 'Keller ID',
    issuer: 'https://login.example.com',
    clientId: 'coact',
    hasSecret: true,
    scopes: ['profile', 'email'],
    groupsClaim: null,
    mappings: [],
    createPeople: false,
    emailDomains: [],
    callback: 'http://127.0.0.1:4180/sign-in/callback',
    version: 1,
  });
  const changed = await db.operator(updateProvider, { id, clientSecret: `${SECRET}2` });
  const read = await db.operator(listProviders);
  const kept = await db.database.within(db.workspace, ({ query }) => query(sql`select * from idempotency_keys`));
  assert(!JSON.stringify([made, changed, read, kept, await db.events()]).includes(SECRET));
  const told = (await db.events()).slice(-2).map(({ type, data }) => [type, data]);
  const { hasSecret, callback, version, ...facts } = rest;
  assert.deepEqual(told, [
    ['provider.created', { id, ...facts, hasSecret: true }],
    ['provider.updated', { id, hasSecret: true }],
  ]);
});

test('mappings name teams by key, and are kept by id', async () => {
  const { mappings } = await add({
    mappings: [
      { group: 'ops', teams: ['OPS'] },
      { group: 'all', role: 'member' },
    ],
  });
  assert.match(mappings[0]?.teams[0] ?? '', /^[0-9a-f-]{36}$/);
  const refused = await db.operator.refused(createProvider, {
    name: 'x',
    ...said,
    mappings: [
      { group: 'all', role: 'member' },
      { group: 'ops', teams: ['NONE'] },
    ],
  });
  assert.deepEqual(refused, { refused: 'unknown_reference', field: 'mappings.1.teams.0', team: 'NONE' });
});

test('a change names the version that it changes, says what differs, and cannot lead to another issuer', async () => {
  const { id } = await add({ emailDomains: ['example.com'] });
  const changed = await db.operator(updateProvider, { id, createPeople: true, groupsClaim: 'groups' }, { ifMatch: 1 });
  assert.deepEqual([changed.version, changed['createPeople'], changed['emailDomains']], [2, true, ['example.com']]);
  assert.deepEqual(await db.operator.refused(updateProvider, { id, name: 'y' }, { ifMatch: 1 }), {
    refused: 'version_conflict',
    version: 2,
  });
  const before = (await db.events()).length;
  assert.equal((await db.operator(updateProvider, { id, createPeople: true })).version, 2);
  assert.equal((await db.events()).length, before, 'nothing changed, nothing told');
  assert.equal((await db.operator(updateProvider, { id, clientSecret: null }))['hasSecret'], false);
  const moved = await db.operator(updateProvider, { id, issuer: 'https://evil.example' });
  assert.equal(moved['issuer'], said.issuer);
  const mapped = { id, mappings: [{ group: 'x', teams: ['NONE'] }] };
  assert.equal((await db.operator.refused(updateProvider, mapped)).refused, 'unknown_reference');
});

test('what could not work, or would not be safe, is refused by its field', async () => {
  const wrong = async (more: object) => {
    const { refused, errors } = await db.operator.refused(createProvider, { name: 'Wrong', ...said, ...more });
    assert.equal(refused, 'invalid_input', JSON.stringify(more));
    return (errors as { field: string }[]).map(({ field }) => field).join();
  };
  for (const issuer of [
    'http://login.example.com',
    'http://10.0.0.1',
    'https://login.example.com?x=1',
    'https://login.example.com/#x',
    'https://user@login.example.com',
    'ftp://login.example.com',
    'login.example.com',
  ])
    assert.equal(await wrong({ issuer }), 'issuer', issuer);
  assert.equal(await wrong({ scopes: ['two words'] }), 'scopes.0');
  assert.equal(await wrong({ mappings: [{ group: 'x' }] }), 'mappings.0');
  assert.equal(await wrong({ emailDomains: ['@example.com'] }), 'emailDomains.0');
  assert.equal(await wrong({ name: ' ' }), 'name');
  await add({ issuer: 'http://localhost:8080/realms/main' });
});

test('two providers never have the same name, also not when two admins add them at once', async () => {
  const { id, name } = await add();
  const same = String(name).toLowerCase();
  assert.deepEqual(await db.operator.refused(createProvider, { name: same, ...said }), {
    refused: 'already_exists',
    field: 'name',
  });
  const other = await add();
  assert.equal((await db.operator.refused(updateProvider, { id: other.id, name: same })).refused, 'already_exists');
  assert.equal((await db.operator(updateProvider, { id, name: String(name).toUpperCase() })).version, 2);
  await db.warmUp();
  const outcomes = await Promise.all([1, 2].map(() => db.operator.outcome(createProvider, { name: 'Twice', ...said })));
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [{ refused: 'already_exists', field: 'name' }],
  );
});

test('only people who are admins read and change providers; how to sign in, anybody may ask', async () => {
  const { id, name } = await add();
  for (const who of ['Ana', 'bot', 'Gus'])
    for (const [operation, input] of [
      [createProvider, { name: 'x', ...said }],
      [listProviders, {}],
      [updateProvider, { id, name: 'x' }],
      [testProvider, { id }],
      [deleteProvider, { id }],
    ] as const) {
      const { refused } = await db.as(who).refused(operation, input);
      // To a guest it is not even there.
      const expected = who === 'Gus' && 'id' in input ? ['not_found', 'forbidden'] : ['forbidden'];
      assert(expected.includes(refused), `${operation.name} by ${who}: ${refused}`);
    }
  const open = await db.as(null)<{ providers: { id: string; name: string }[] } & Answer>(methods);
  assert.deepEqual([open['password'], open.providers.find((one) => one.id === id)], [true, { id, name }]);
  assert(!JSON.stringify(open).includes('login.example.com'));
});

test('a provider that is not there is refused by every operation on one', async () => {
  for (const operation of [updateProvider, deleteProvider, testProvider])
    for (const id of [nowhere, 'x']) assert.equal((await db.operator.refused(operation, { id })).refused, 'not_found');
});

test('there are as many providers as the limit says, and no more', async () => {
  const { items } = await db.operator<{ items: Answer[] }>(listProviders);
  for (let i = items.length; i < limits.providers; i += 1) await add();
  assert.deepEqual(await db.operator.refused(createProvider, { name: 'One more', ...said }), {
    refused: 'limit_reached',
    limit: limits.providers,
  });
  await db.operator(deleteProvider, { id: items[0]?.id });
  await checkWorld(db.database, db.workspace);
  assert.deepEqual((await db.events('provider.deleted'))[0]?.data, { id: items[0]?.id, name: items[0]?.['name'] });
  await add();
});
