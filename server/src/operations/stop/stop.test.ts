import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Caller, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople, claimItem, deliverClaim, readyItem } from '../../../test/world.ts';
import comment from '../item/comment.ts';
import getItem from '../item/get.ts';
import history from '../item/history.ts';
import createParticipant from '../participant/create.ts';
import getParticipant from '../participant/get.ts';
import me from '../participant/me.ts';
import updateParticipant from '../participant/update.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import heartbeat from '../run/heartbeat.ts';
import createSample from '../sample/create.ts';
import addMember from '../team/add-member.ts';
import createTeam from '../team/create.ts';
import updateTeam from '../team/update.ts';
import claim from '../work/claim.ts';
import { findItem } from '../../store/items.ts';
import create from './create.ts';
import lift from './lift.ts';
import list from './list.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});
beforeEach(async () => {
  const { items } = await db.operator<{ items: { id: string }[] }>(list, { live: true });
  for (const { id } of items) await db.operator(lift, { id });
});

const reason = 'It writes to the wrong place.';
const claimNew = async (who: string) => claimItem(db.as(who), await readyItem(db.as('Ana')));
const addAgent = (name: string, teams: string[]) => db.as('Ana')(createParticipant, { kind: 'agent', name, teams });
const stoppedNow = async (who: string) => (await db.operator(getParticipant, { id: who }))['stopped'] !== null;

test('a stop ends the run at once: the item is ready, and the next heartbeat says who stopped it and why', async () => {
  const { item, run } = await claimNew('bot');
  const stop = await db.as('Ana')(create, { participant: 'bot', reason });
  assert.deepEqual(stop['ended'], [{ run: run.id, item: item.id, key: item.key, executor: people.bot }]);
  assert.equal((await db.operator(getItem, { id: item.id }))['state'], 'ready');
  const told = await db.as('bot').refused(heartbeat, { id: run.id, fence: run.fence });
  const { refused, ending, by, reason: why } = told;
  assert.deepEqual(
    { refused, ending, by, why },
    { refused: 'stale_fence', ending: 'stopped', by: { id: people.ana, name: 'Ana' }, why: reason },
  );
});

test('a stopped agent claims nothing and writes nothing, and is told by whom, why, since when and what is stopped', async () => {
  const item = await readyItem(db.as('Ana'));
  const stop = await db.as('Ana')(create, { participant: 'bot', reason });
  const told = {
    refused: 'stopped',
    stop: stop.id,
    by: { id: people.ana, name: 'Ana' },
    reason,
    since: new Date(db.clock.now).toISOString(),
    covers: 'agent',
  };
  assert.deepEqual(await db.as('bot').refused(claim), told);
  assert.deepEqual(await db.as('bot').outcome(comment, { id: item.id, text: 'Still here' }), told);
  const { refused: _, ...shown } = told;
  const { stopped, abilities } = await db.as('bot')<{ stopped: unknown; abilities: string[] }>(me);
  assert.deepEqual(stopped, shown);
  assert.deepEqual((await db.operator(getParticipant, { id: 'bot' }))['stopped'], shown);
  assert(abilities.includes('item.get') && abilities.includes('run.heartbeat') && !abilities.includes('work.claim'));
});

test('a stopped agent still reads, and answers what it is asked; it takes nothing over', async () => {
  const item = await readyItem(db.as('Ana'));
  const ask = (kind: string) => db.as('Ana')(createRequest, { kind, text: 'Where is it?', item: item.id, to: 'bot' });
  const [question, handoff] = [await ask('question'), await ask('handoff')];
  await db.as('Ana')(create, { participant: 'bot', reason });
  assert.equal((await db.as('bot').refused(respond, { id: handoff.id, accept: true })).refused, 'stopped');
  assert.equal((await db.as('bot')(respond, { id: question.id, answer: 'On the shelf.' }))['state'], 'answered');
  assert.equal((await db.as('bot')(getItem, { id: item.id })).id, item.id);
});

test('once a stop is lifted the agent goes on only by claiming anew, and is offered the same work', async () => {
  const { item, run } = await claimNew('bot');
  const stop = await db.as('Ana')(create, { participant: 'bot', reason });
  const lifted = await db.as('Ana')(lift, { id: stop.id, reason: 'It is right now.' });
  assert.deepEqual(lifted['lifted'], {
    at: new Date(db.clock.now).toISOString(),
    by: people.ana,
    reason: 'It is right now.',
  });
  assert.equal((await db.as('bot').refused(heartbeat, { id: run.id, fence: run.fence })).refused, 'stale_fence');
  const again = await claimItem(db.as('bot'), item);
  assert(again.run.fence > run.fence);
  const stored = await db.database.within(db.workspace, (connection) => findItem(connection, item.id));
  assert.deepEqual(stored?.failedBy, [], 'nobody is held to have failed at it');
  assert.equal((await db.as('Ana').refused(lift, { id: stop.id })).refused, 'wrong_state');
});

test('sponsors stop their own agents, leads their team’s, admins all; nobody else, and no agent', async () => {
  const team = await db.operator(createTeam, { key: 'LED', name: 'Led', lead: 'Ben' });
  const may = async (who: string, what: object) => {
    const outcome = await db.as(who).outcome(create, { ...what, reason });
    if (!('refused' in outcome)) await db.as(who)(lift, { id: (outcome.body as { id: string }).id });
    return 'refused' in outcome ? outcome.refused : 'stopped';
  };
  assert.equal(await may('Ana', { participant: 'bot' }), 'stopped');
  assert.equal(await may('Ben', { participant: 'bot' }), 'forbidden');
  assert.equal(await may('bat', { participant: 'bot' }), 'forbidden');
  assert.equal(await may('Ben', { team: team.id }), 'stopped');
  assert.equal(await may('Ana', { team: team.id }), 'forbidden');
  assert.equal(await may('Ben', { workspace: true }), 'forbidden');
  assert.equal(await may('Operator', { workspace: true }), 'stopped');
  assert.equal(await may('Operator', { participant: 'Ana' }), 'unknown_reference');
  assert.equal(await may('Operator', { participant: 'bot', team: 'LED' }), 'invalid_input');
  assert.equal(await may('Operator', {}), 'invalid_input');
});

test('what an admin has stopped, only an admin lets go on', async () => {
  const stop = await db.operator(create, { participant: 'bot', reason });
  assert.equal((await db.as('Ana').refused(lift, { id: stop.id })).refused, 'forbidden');
  await db.operator(lift, { id: stop.id });
});

test('a workspace’s stop stops agents and no person, those who come later included', async () => {
  const person = await claimNew('Ben');
  const agent = await claimNew('bat');
  await db.operator(create, { workspace: true, reason });
  assert.deepEqual(await Promise.all(['bot', 'bat', 'Ana'].map(stoppedNow)), [true, true, false]);
  await deliverClaim(db.as('Ben'), person);
  assert.equal(
    (await db.as('bat').refused(heartbeat, { id: agent.run.id, fence: agent.run.fence })).refused,
    'stale_fence',
  );
  const late = await addAgent('late', []);
  assert.equal((late['stopped'] as { covers: string }).covers, 'workspace');
  assert.equal((await db.as('late').refused(claim)).refused, 'stopped');
  assert.equal((await db.operator.refused(createSample)).refused, 'stopped');
});

test('a team’s stop covers the agents of the teams below it, and leaving the team frees nobody', async () => {
  await db.operator(createTeam, { key: 'DEP', name: 'Department' });
  await db.operator(createTeam, { key: 'SUB', name: 'Part', parent: 'DEP' });
  await addAgent('below', ['SUB']);
  await addAgent('beside', ['LED']);
  await db.operator(create, { team: 'DEP', reason });
  assert.deepEqual(await Promise.all(['below', 'beside', 'bot'].map(stoppedNow)), [true, false, false]);
  await db.as('Ana')(updateParticipant, { id: 'below', teams: [] });
  assert.equal(await stoppedNow('below'), true);
});

for (const [how, join] of Object.entries<(agent: string) => Promise<unknown>>({
  'becoming a member': (agent) => db.operator(addMember, { id: 'DEP', participant: agent }),
  'an edit of its teams': (agent) => db.operator(updateParticipant, { id: agent, teams: ['SUB'] }),
  'its team moving under it': async (agent) => {
    await db.operator(createTeam, { key: 'MOV', name: 'Moved' });
    await db.operator(updateParticipant, { id: agent, teams: ['MOV'] });
    await db.operator(updateTeam, { id: 'MOV', parent: 'SUB' });
  },
})) {
  test(`an agent that comes under a team’s stop by ${how} loses what it holds`, async () => {
    const name = `joins by ${how}`;
    await addAgent(name, []);
    const { item, run } = await claimNew(name);
    await db.operator(create, { team: 'DEP', reason });
    assert.equal(await stoppedNow(name), false);
    await join(name);
    assert.equal(await stoppedNow(name), true);
    const told = await db.as(name).refused(heartbeat, { id: run.id, fence: run.fence });
    assert.deepEqual([told.refused, told['reason']], ['stale_fence', reason]);
    assert.equal((await db.operator(getItem, { id: item.id }))['state'], 'ready');
  });
}

test('a delivery that is returned to a stopped agent goes to the queue', async () => {
  const held = await claimNew('bot');
  await deliverClaim(db.as('bot'), held);
  await db.as('Ana')(create, { participant: 'bot', reason });
  const { items } = await db.as('Ana')<{ items: { id: string; kind: string; item: string }[] }>(
    (await import('../request/list.ts')).default,
    { item: held.item.id, state: 'open' },
  );
  const verdicts = held.item.criteria.map(({ id }) => ({ criterion: id, verdict: 'fail', reason: 'Not there.' }));
  await db.as('Ana')(respond, { id: items[0]?.id, verdicts });
  assert.equal((await db.operator(getItem, { id: held.item.id }))['state'], 'ready');
});

test('a stop is one event that names the runs it ended, each of which has its own, caused by it', async () => {
  const { item } = await claimNew('bot');
  const stop = await db.as('Ana')(create, { participant: 'bot', reason });
  const [created] = (await db.events('stop.created')).slice(-1);
  assert.equal(created?.subject, stop.id);
  assert.deepEqual(created?.data['ended'], stop['ended']);
  const { items } = await db.operator<{ items: { type: string; cause: string; data: object }[] }>(history, {
    id: item.id,
  });
  const end = items.find(({ type }) => type === 'item.run_stopped');
  assert.equal(end?.cause, created?.id);
  await checkWorld(db.database, db.workspace);
});

test('a repeated command of an agent that was stopped meanwhile is refused like any other', async () => {
  const item = await readyItem(db.as('Ana'));
  const say = (caller: Caller) => caller.outcome(comment, { id: item.id, text: 'Once' }, { idempotencyKey: 'once' });
  assert.equal((await say(db.as('bot'))).status, 200 + 1);
  await db.as('Ana')(create, { participant: 'bot', reason });
  assert.equal((await say(db.as('bot')))['refused' as never], 'stopped');
});
