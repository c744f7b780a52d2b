import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './refusals.ts';
import {
  type Named,
  type Scopes,
  mayUse,
  refuseOutOfScope,
  refuseWider,
  scopeSets,
  setsWith,
  unknownScopes,
} from './scopes.ts';

const operations: Named[] = [
  { name: 'item.get', kind: 'query' },
  { name: 'item.create', kind: 'command' },
  { name: 'item.comment', kind: 'command' },
  { name: 'work.claim', kind: 'command' },
  { name: 'run.deliver', kind: 'command' },
  { name: 'run.stop', kind: 'command' },
  { name: 'token.create', kind: 'command' },
  { name: 'participant.update', kind: 'command' },
  { name: 'brand.new', kind: 'command' },
  { name: 'scim.use', kind: 'command' },
];
const reach = (scopes: Scopes) => operations.filter((one) => mayUse(scopes, one)).map(({ name }) => name);

test('each set reaches what its name says, and nobody knew of a new area but the admin set', () => {
  assert.deepEqual(
    reach(null),
    operations.map(({ name }) => name),
  );
  assert.deepEqual(reach(['read']), ['item.get']);
  assert.deepEqual(reach(['work']), ['item.get', 'item.comment', 'work.claim', 'run.deliver']);
  assert.deepEqual(reach(['manage']), [
    'item.get',
    'item.create',
    'item.comment',
    'work.claim',
    'run.deliver',
    'run.stop',
  ]);
  assert.deepEqual(
    reach(['admin']),
    operations.map(({ name }) => name).filter((name) => name !== 'scim.use'),
  );
  assert.deepEqual(reach(['scim']), ['participant.update', 'scim.use']);
});

test('a scope may be one operation or an area; an area ends at its dot', () => {
  assert.deepEqual(reach(['item.create']), ['item.create']);
  assert.deepEqual(reach(['run.*']), ['run.deliver', 'run.stop']);
  assert.deepEqual(reach(['ite.*', '*', '.*', 'item', '']), []);
});

test('a scope that names nothing is told apart', () => {
  assert.deepEqual(unknownScopes(['read', 'item.*', 'item.get', 'item.eat', 'items.*', 'everything'], operations), [
    'item.eat',
    'items.*',
    'everything',
  ]);
});

test('whoever is out of scope learns which scopes would do', () => {
  assert.equal(refuseOutOfScope({ scopes: ['work'] }, { name: 'work.claim', kind: 'command' }), null);
  assert.deepEqual(refuseOutOfScope({ scopes: ['read'] }, { name: 'item.create', kind: 'command' }), {
    refused: 'out_of_scope_token',
    operation: 'item.create',
    scopes: ['read'],
    wanted: ['item.create', 'manage', 'admin'],
  });
});

const scope = fc.constantFrom(...scopeSets, ...operations.map(({ name }) => name), 'item.*', 'run.*', 'token.*');
const anyScopes = fc.option(fc.uniqueArray(scope, { minLength: 1 }));

test('a token kept to some teams changes neither the workspace nor its people', () => {
  const to = (operation: Named) => isRefusal(refuseOutOfScope({ limitedTo: ['a'] }, operation));
  assert.deepEqual(
    operations.filter(to).map(({ name }) => name),
    ['participant.update'],
  );
  assert(to({ name: 'team.create', kind: 'command' }) && !to({ name: 'team.update', kind: 'command' }));
});

test('a token makes no other that can do more than itself', () => {
  fc.assert(
    fc.property(anyScopes, anyScopes, (own, made) => {
      const refused = isRefusal(refuseWider({ scopes: own }, { scopes: made, teams: null }, operations));
      const beyond = reach(made).some((name) => !reach(own).includes(name));
      assert.equal(refused, beyond);
    }),
  );
});

test('a token kept to some teams makes none for others', () => {
  const to = (teams: string[] | null) =>
    isRefusal(refuseWider({ limitedTo: ['a', 'b'] }, { scopes: null, teams }, operations));
  assert.deepEqual([to(['a']), to(['a', 'b']), to(['c']), to(['a', 'c']), to(null)], [false, false, true, true, true]);
});

test('each further scope only adds', () => {
  fc.assert(
    fc.property(fc.array(scope), scope, (some, one) => {
      const more = reach([...some, one]);
      assert(reach(some).every((name) => more.includes(name)));
    }),
  );
});

test('the sets that an operation is in are those that reach it', () => {
  for (const one of operations)
    for (const set of scopeSets) assert.equal(setsWith(one).includes(set), mayUse([set], one));
});
