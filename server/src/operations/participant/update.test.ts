import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { claim } from '../../domain/execute-work.ts';
import { commit } from '../../domain/clarify.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { commit as write } from '../../store/commit.ts';
import { findItem } from '../../store/items.ts';
import { executorOf, findParticipant } from '../../store/people.ts';
import { sql } from '../../store/sql.ts';
import { collectChanges } from '../changes.ts';
import createItem from '../item/create.ts';
import createTeam from '../team/create.ts';
import createToken from '../token/create.ts';
import createParticipant from './create.ts';
import updateParticipant from './update.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});

const human = (name: string, more: object = {}) => db.operator(createParticipant, { kind: 'human', name, ...more });
const agent = (name: string, sponsor: string) => db.operator(createParticipant, { kind: 'agent', name, sponsor });

/** Work that somebody holds: written, committed and claimed. */
async function heldBy(name: string): Promise<string> {
  const criteria = [{ text: 'It works' }];
  const item = await db.operator(createItem, { title: 'Work', outcome: 'Done', criteria, priority: 1 });
  await db.database.within(db.workspace, async (connection) => {
    for (const step of ['commit', 'claim']) {
      const [found, executor] = [await findItem(connection, item.id), await findParticipant(connection, name)];
      assert(found && executor);
      const facts = { openBlockers: [], blockingRequests: [], liveRuns: 0, assigneeActive: true };
      const begin = { run: db.ids.next(), executor: executorOf(executor), leaseMs: 300_000 };
      const events = step === 'commit' ? commit(found) : claim(found, begin, facts, db.clock.now);
      assert(!isRefusal(events));
      const changes = collectChanges({ workspace: db.workspace, actor: executor, now: db.clock.now, ids: db.ids });
      changes.item(found, events);
      const { parts, entries } = changes.collected();
      await write(connection, parts, entries);
    }
  });
  return item.id;
}

test('an admin changes what somebody can and may do; the event says only what changed', async () => {
  const ana = await human('Ana');
  await human('Ben');
  const ops = await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  const bot = await agent('bot', 'Ana');
  const changed = await db.operator(updateParticipant, {
    id: 'bot',
    skills: ['tls'],
    teams: ['OPS', 'GEN'],
    wipLimit: 3,
    name: 'bot',
  });
  assert.deepEqual(
    [changed.version, changed['skills'], changed['wipLimit'], changed['sponsor']],
    [2, ['tls'], 3, ana.id],
  );
  const fewer = await db.operator(updateParticipant, { id: bot.id, teams: ['OPS'], sponsor: 'Ben' });
  assert.deepEqual([fewer.version, fewer['teams']], [3, [ops.id]]);
  const [first] = await db.events('participant.updated');
  assert.deepEqual(Object.keys(first?.data ?? {}).sort(), ['skills', 'teams', 'wipLimit']);
  assert.deepEqual(db.commits.at(-1), { participantsChanged: true });
});

test('a change that changes nothing leaves no event and no version', async () => {
  await human('Ana');
  const same = await db.operator(updateParticipant, { id: 'Ana', name: 'Ana', role: 'member', status: 'active' });
  assert.equal(same.version, 1);
  assert.deepEqual(await db.events('participant.updated'), []);
});

test('everybody may rename themselves; more takes the sponsor or an admin, and who rules or answers an admin', async () => {
  await human('Ana');
  await human('Ben');
  await agent('bot', 'Ana');
  await db.as('bot')(updateParticipant, { id: 'me', name: 'bot' });
  assert.equal((await db.as('bot').refused(updateParticipant, { id: 'me', skills: ['all'] })).refused, 'forbidden');
  assert.equal(
    (await db.as('bot').refused(updateParticipant, { id: 'me', wipLimit: null, role: 'guest' })).refused,
    'forbidden',
  );
  assert.equal((await db.as('Ben').refused(updateParticipant, { id: 'bot', name: 'mine' })).refused, 'forbidden');
  await db.as('Ana')(updateParticipant, { id: 'bot', skills: ['tls'], status: 'paused' });
  const [, told] = await db.events('participant.updated');
  assert.equal(told, undefined);
  assert.equal((await db.events('participant.updated'))[0]?.authority, 'base: sponsor may participant.update');
  assert.equal((await db.as('Ana').refused(updateParticipant, { id: 'bot', sponsor: 'Ben' })).refused, 'forbidden');
  assert.equal((await db.as('Ana').refused(updateParticipant, { id: 'me', role: 'admin' })).refused, 'forbidden');
});

test('with If-Match the change is refused when somebody else was faster', async () => {
  await human('Ana');
  await db.operator(updateParticipant, { id: 'Ana', name: 'Anna' }, { ifMatch: 1 });
  const refused = await db.operator.refused(updateParticipant, { id: 'Anna', name: 'Ana' }, { ifMatch: 1 });
  assert.deepEqual(refused, { refused: 'version_conflict', version: 2 });
});

test('the last active admin can be neither demoted, paused nor retired, even by two at once', async () => {
  for (const change of [{ role: 'member' }, { status: 'paused' }, { status: 'retired' }]) {
    assert.equal((await db.operator.refused(updateParticipant, { id: 'me', ...change })).refused, 'last_admin');
  }
  await human('Ana', { role: 'admin' });
  const [ana, operator] = [await db.bearer('Ana'), await db.bearer('Operator')];
  await db.warmUp();
  for (let round = 0; round < 10; round += 1) {
    const outcomes = await Promise.all([
      db.as(operator).outcome(updateParticipant, { id: 'Ana', role: 'member' }),
      db.as(ana).outcome(updateParticipant, { id: 'Operator', role: 'member' }),
    ]);
    assert.equal(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'last_admin').length, 1);
    for (const id of ['Ana', 'Operator']) await db.as(operator)(updateParticipant, { id, role: 'admin' });
  }
});

test('Coact itself is changed by nobody', async () => {
  assert.equal((await db.operator.refused(updateParticipant, { id: 'Coact', status: 'paused' })).refused, 'forbidden');
});

test('whoever is paused or retired loses the work they hold, in the same act', async () => {
  await human('Ana');
  const bot = await agent('bot', 'Ana');
  for (const status of ['paused', 'retired']) {
    const item = await heldBy('bot');
    await db.operator(updateParticipant, { id: 'bot', status });
    const [now, live] = await db.database.within(db.workspace, async (connection) => [
      await findItem(connection, item),
      await connection.query(sql`select 1 from runs where executor = ${bot.id} and ended_at is null`),
    ]);
    assert.deepEqual([now?.state, now?.run, live], ['ready', null, []]);
    const released = (await db.events('item.released')).at(-1);
    const updated = (await db.events('participant.updated')).at(-1);
    assert.deepEqual([released?.cause, released?.data['reason']], [updated?.id, `The executor is ${status}`]);
    await db.operator(updateParticipant, { id: 'bot', status: 'active' });
  }
});

test('retiring somebody ends their tokens, each with an event', async () => {
  await human('Ana');
  await agent('bot', 'Ana');
  await db.operator(createToken, { id: 'bot', name: 'one' });
  await db.operator(createToken, { id: 'bot', name: 'two' });
  await db.operator(updateParticipant, { id: 'bot', status: 'retired' });
  assert.equal((await db.events('token.revoked')).length, 2);
  const left = await db.database.within(db.workspace, ({ query }) =>
    query(sql`select 1 from tokens where revoked_at is null and name in ('one', 'two')`),
  );
  assert.deepEqual(left, []);
});

test('a person who owns open work or sponsors active agents cannot retire, and is told which', async () => {
  await human('Ana');
  const bot = await agent('bot', 'Ana');
  const item = await db.as('Ana')<{ key: string }>(createItem, { title: 'Mine' });
  assert.deepEqual(await db.operator.refused(updateParticipant, { id: 'Ana', status: 'retired' }), {
    refused: 'still_accountable',
    items: [item.key],
    outcomes: [],
    sponsored: [bot.id],
  });
  await db.operator(updateParticipant, { id: 'Ana', status: 'paused' });
});

test('an agent resumes only under a sponsor who is active', async () => {
  await human('Ana');
  await human('Ben');
  await agent('bot', 'Ana');
  await db.operator(updateParticipant, { id: 'bot', status: 'paused' });
  await db.operator(updateParticipant, { id: 'Ana', status: 'retired' });
  assert.equal((await db.operator.refused(updateParticipant, { id: 'bot', status: 'active' })).refused, 'not_active');
  const back = await db.operator(updateParticipant, { id: 'bot', status: 'active', sponsor: 'Ben' });
  assert.equal(back['status'], 'active');
});

test('what cannot be is refused by the name of the field', async () => {
  await human('Ana');
  await agent('bot', 'Ana');
  assert.equal((await db.operator.refused(updateParticipant, { id: 'Nobody', name: 'x' })).refused, 'not_found');
  assert.deepEqual(await db.operator.refused(updateParticipant, { id: 'bot', role: 'admin' }), {
    refused: 'invalid_input',
    errors: [{ field: 'role', problem: 'only a human can be an admin' }],
  });
  assert.equal(
    (await db.operator.refused(updateParticipant, { id: 'Ana', sponsor: 'Operator' })).refused,
    'invalid_input',
  );
  assert.equal(
    (await db.operator.refused(updateParticipant, { id: 'bot', sponsor: 'bot' })).refused,
    'unknown_reference',
  );
  assert.equal(
    (await db.operator.refused(updateParticipant, { id: 'bot', teams: ['NONE'] })).refused,
    'unknown_reference',
  );
});
