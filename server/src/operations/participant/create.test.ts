import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import createTeam from '../team/create.ts';
import createParticipant from './create.ts';
import updateParticipant from './update.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

test('an admin adds people, agents and systems; whoever is no human has a human who answers for them', async () => {
  const ops = await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  const ana = await db.operator(createParticipant, { kind: 'human', name: 'Ana', email: 'ana@example.com' });
  const bot = await db.operator(createParticipant, {
    kind: 'agent',
    name: 'bot',
    sponsor: 'Ana',
    skills: ['tls'],
    teams: ['OPS'],
    wipLimit: 2,
  });
  assert.deepEqual(
    [ana['role'], ana['status'], ana['sponsor'], ana['email']],
    ['member', 'active', null, 'ana@example.com'],
  );
  assert.deepEqual(bot, {
    id: bot.id,
    kind: 'agent',
    name: 'bot',
    email: null,
    role: 'member',
    status: 'active',
    sponsor: ana.id,
    skills: ['tls'],
    teams: [ops.id],
    wipLimit: 2,
    autonomy: { level: 'reporting', byType: {}, ceiling: 'reporting' },
    stopped: null,
    origin: null,
    paused: null,
    version: 1,
    createdAt: '2026-01-05T09:00:00.000Z',
  });
  const [, told] = await db.events('participant.created');
  assert.deepEqual([told?.subject, told?.authority], [bot.id, 'base: admin may participant.create']);
  assert(
    !JSON.stringify(await db.events()).includes('ana@example.com'),
    'an address that may have to be erased is not in the ledger',
  );
});

test('an agent is sponsored by the human who adds it unless another is named', async () => {
  const operator = await db.operator(createParticipant, { kind: 'system', name: 'monitor' });
  const ben = await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const bens = await db.as('Ben')(createParticipant, { kind: 'agent', name: 'bens' });
  assert.equal(bens['sponsor'], ben.id);
  assert.notEqual(operator['sponsor'], ben.id);
});

test('a member adds only agents and systems that they answer for themselves', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Cleo' });
  const cleo = db.as('Cleo');
  const refused = { refused: 'forbidden', action: 'participant.create', allowed: ['admin'] };
  assert.deepEqual(await cleo.refused(createParticipant, { kind: 'human', name: 'Dora' }), refused);
  assert.deepEqual(await cleo.refused(createParticipant, { kind: 'agent', name: 'x', sponsor: 'Operator' }), refused);
  await cleo(createParticipant, { kind: 'system', name: 'cleos monitor' });
});

test('agents and guests add nobody', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Gus', role: 'guest' });
  await db.operator(createParticipant, { kind: 'agent', name: 'lonely' });
  for (const name of ['Gus', 'lonely']) {
    assert.equal((await db.as(name).refused(createParticipant, { kind: 'agent', name: 'y' })).refused, 'forbidden');
  }
  assert.equal((await db.as(null).refused(createParticipant, { kind: 'agent', name: 'y' })).refused, 'unauthenticated');
});

test('a sponsor is a human who exists and is active', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Eve' });
  await db.operator(updateParticipant, { id: 'Eve', status: 'paused' });
  const add = (sponsor: string) => db.operator.refused(createParticipant, { kind: 'agent', name: 'z', sponsor });
  assert.deepEqual(await add('Nobody'), { refused: 'unknown_reference', field: 'sponsor', participant: 'Nobody' });
  assert.equal((await add('lonely')).refused, 'unknown_reference');
  assert.equal((await add('Eve')).refused, 'not_active');
});

test('an e-mail address belongs to one participant, in capitals or not, also when two ask for it at once', async () => {
  const add = () => db.operator.outcome(createParticipant, { kind: 'human', name: 'Fay', email: 'Fay@example.com' });
  const outcomes = await Promise.all([add(), add(), add()]);
  const refused = outcomes.filter((outcome) => 'refused' in outcome);
  assert.deepEqual(
    refused,
    [1, 2].map(() => ({ refused: 'already_exists', field: 'email' })),
  );
  const again = await db.operator.refused(createParticipant, { kind: 'human', name: 'Fay', email: 'fay@EXAMPLE.com' });
  assert.equal(again.refused, 'already_exists');
});

test('what cannot be is refused by the name of the field', async () => {
  const errors = async (input: object) => (await db.operator.refused(createParticipant, input))['errors'];
  assert.deepEqual(await errors({ kind: 'agent', name: 'x', role: 'admin' }), [
    { field: 'role', problem: 'only a human can be an admin' },
  ]);
  assert.deepEqual(await errors({ kind: 'human', name: 'x', sponsor: 'me' }), [
    { field: 'sponsor', problem: 'a human has no sponsor' },
  ]);
  assert.match(JSON.stringify(await errors({ kind: 'human', name: ' ' })), /"field":"name"/);
  assert.deepEqual(await db.operator.refused(createParticipant, { kind: 'agent', name: 'x', teams: ['GEN', 'NONE'] }), {
    refused: 'unknown_reference',
    field: 'teams.1',
    team: 'NONE',
  });
});
