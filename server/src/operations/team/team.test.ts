import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { limits } from '../../domain/limits.ts';
import createItem from '../item/create.ts';
import createParticipant from '../participant/create.ts';
import getParticipant from '../participant/get.ts';
import updateParticipant from '../participant/update.ts';
import addMember from './add-member.ts';
import createTeam from './create.ts';
import getTeam from './get.ts';
import listTeams from './list.ts';
import removeMember from './remove-member.ts';
import updateTeam from './update.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  await db.operator(createParticipant, { kind: 'agent', name: 'bot' });
});

test('a team has a key that numbers its items from 1', async () => {
  const ops = await db.operator(createTeam, { name: 'Operations', key: 'OPS', lead: 'Ana' });
  assert.deepEqual(await db.as('bot')(getTeam, { id: 'ops' }), ops);
  const item = await db.operator<{ key: string }>(createItem, { team: 'OPS', title: 'First' });
  assert.equal(item.key, 'OPS-1');
  assert.deepEqual((await db.events('team.created'))[0]?.data, {
    key: 'OPS',
    name: 'Operations',
    parent: null,
    lead: ops['lead'],
  });
});

test('a key belongs to one team, also when several ask for it at once', async () => {
  const outcomes = await Promise.all(
    ['A', 'B', 'C'].map((name) => db.operator.outcome(createTeam, { name, key: 'OPS' })),
  );
  assert.deepEqual(
    outcomes.filter((outcome) => 'refused' in outcome),
    [1, 2].map(() => ({ refused: 'already_exists', field: 'key' })),
  );
  for (const key of ['ops', 'O', '1OPS', 'OPSOPSOPSOPS', 'OP-S']) {
    assert.equal((await db.operator.refused(createTeam, { name: 'x', key })).refused, 'invalid_input');
  }
});

test('only an admin makes teams; a team is led by a human who is active and lies in a team that exists', async () => {
  assert.equal((await db.as('Ana').refused(createTeam, { name: 'x', key: 'XX' })).refused, 'forbidden');
  assert.deepEqual(await db.operator.refused(createTeam, { name: 'x', key: 'XX', parent: 'NONE' }), {
    refused: 'unknown_reference',
    field: 'parent',
    team: 'NONE',
  });
  assert.equal(
    (await db.operator.refused(createTeam, { name: 'x', key: 'XX', lead: 'bot' })).refused,
    'unknown_reference',
  );
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal((await db.operator.refused(createTeam, { name: 'x', key: 'XX', lead: 'Ana' })).refused, 'not_active');
});

test('teams nest to a bounded depth and never contain themselves', async () => {
  for (let i = 1; i < limits.depth; i += 1) {
    await db.operator(createTeam, { name: `T${i}`, key: `T${i}`, parent: i === 1 ? 'GEN' : `T${i - 1}` });
  }
  const deepest = `T${limits.depth - 1}`;
  const refused = { refused: 'limit_reached', field: 'parent', limit: limits.depth };
  assert.deepEqual(await db.operator.refused(createTeam, { name: 'x', key: 'XX', parent: deepest }), refused);
  await db.operator(createTeam, { name: 'x', key: 'XX' });
  assert.deepEqual(await db.operator.refused(updateTeam, { id: 'GEN', parent: 'XX' }), refused);
  const cycle = await db.operator.refused(updateTeam, { id: 'T1', parent: 'T3' });
  assert.deepEqual([cycle.refused, cycle['field']], ['cycle', 'parent']);
  assert.equal((await db.operator.refused(updateTeam, { id: 'T1', parent: 'T1' })).refused, 'cycle');
});

test('two moves at once cannot put two teams into each other', async () => {
  await db.operator(createTeam, { name: 'A', key: 'AA' });
  await db.operator(createTeam, { name: 'B', key: 'BB' });
  await db.warmUp();
  for (let round = 0; round < 10; round += 1) {
    const outcomes = await Promise.all([
      db.operator.outcome(updateTeam, { id: 'AA', parent: 'BB' }),
      db.operator.outcome(updateTeam, { id: 'BB', parent: 'AA' }),
    ]);
    assert.equal(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'cycle').length, 1);
    for (const id of ['AA', 'BB']) await db.operator(updateTeam, { id, parent: null });
  }
});

test('an admin or the lead changes a team; a change of nothing leaves no trace', async () => {
  const made = await db.operator(createTeam, { name: 'Operations', key: 'OPS', lead: 'Ana', parent: 'GEN' });
  const renamed = await db.as('Ana')(updateTeam, { id: 'OPS', name: 'Platform' }, { ifMatch: 1 });
  assert.deepEqual(renamed, { ...made, name: 'Platform', version: 2 });
  assert.deepEqual(await db.operator.refused(updateTeam, { id: 'OPS', name: 'x' }, { ifMatch: 1 }), {
    refused: 'version_conflict',
    version: 2,
  });
  const alone = await db.operator(updateTeam, { id: 'OPS', lead: null, parent: null });
  assert.deepEqual(alone, { ...renamed, lead: null, parent: null, version: 3 });
  assert.equal((await db.operator(updateTeam, { id: 'OPS', name: 'Platform' })).version, 3);
  assert.equal((await db.events('team.updated')).length, 2);
  assert.equal((await db.as('Ana').refused(updateTeam, { id: 'OPS', name: 'x' })).refused, 'forbidden');
});

test('what a change of a team names has to exist', async () => {
  const change = async (more: object) => (await db.operator.refused(updateTeam, { id: 'GEN', ...more })).refused;
  assert.equal((await db.operator.refused(updateTeam, { id: 'NONE', name: 'x' })).refused, 'not_found');
  assert.equal((await db.operator.refused(getTeam, { id: 'NONE' })).refused, 'not_found');
  assert.equal(await change({ parent: 'NONE' }), 'unknown_reference');
  assert.equal(await change({ lead: 'bot' }), 'unknown_reference');
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal(await change({ lead: 'Ana' }), 'not_active');
});

test('members come and go, once, and every server is told', async () => {
  const ops = await db.operator(createTeam, { name: 'Operations', key: 'OPS', lead: 'Ana' });
  const teams = async () => (await db.operator(getParticipant, { id: 'bot' }))['teams'];
  await db.as('Ana')(addMember, { id: 'OPS', participant: 'bot' });
  await db.as('Ana')(addMember, { id: 'OPS', participant: 'bot' });
  assert.deepEqual(await teams(), [ops.id]);
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
  await db.operator(removeMember, { id: 'OPS', participant: 'bot' });
  await db.operator(removeMember, { id: 'OPS', participant: 'bot' });
  assert.deepEqual(await teams(), []);
  assert.deepEqual([(await db.events('member.added')).length, (await db.events('member.removed')).length], [1, 1]);
});

test('a membership needs a team, a participant who has not retired, and an admin or the lead', async () => {
  for (const operation of [addMember, removeMember]) {
    assert.equal((await db.as('bot').refused(operation, { id: 'GEN', participant: 'bot' })).refused, 'forbidden');
    assert.equal((await db.operator.refused(operation, { id: 'NONE', participant: 'bot' })).refused, 'not_found');
    assert.equal((await db.operator.refused(operation, { id: 'GEN', participant: 'Nobody' })).refused, 'not_found');
  }
  await db.operator(updateParticipant, { id: 'bot', status: 'retired' });
  assert.equal((await db.operator.refused(addMember, { id: 'GEN', participant: 'bot' })).refused, 'not_active');
});

test('teams are listed page by page', async () => {
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  type Page = { items: Answer[]; next: string | null };
  const first = await db.as('bot')<Page>(listTeams, { limit: 1 });
  const second = await db.as('bot')<Page>(listTeams, { limit: 1, cursor: first.next });
  assert.deepEqual(
    [first, second].map(({ items }) => items[0]?.['key']),
    ['GEN', 'OPS'],
  );
  assert.equal(second.next, null);
  assert.equal((await db.operator.refused(listTeams, { cursor: 'x' })).refused, 'invalid_input');
});
