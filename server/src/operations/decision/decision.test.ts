import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import type { Answer } from '../../../test/database.ts';
import { decisionWorld } from '../../../test/decision-world.ts';
import { type Item, type Page, type Request, claimItem, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import itemRights from '../item/rights.ts';
import setRights from '../item/set-rights.ts';
import updateParticipant from '../participant/update.ts';
import expireRequest from '../request/expire.ts';
import getRequest from '../request/get.ts';
import respond from '../request/respond.ts';
import seeRequest from '../request/see.ts';
import getDecision from './get.ts';
import listDecisions from './list.ts';

type Body = {
  options: { id: string; text: string }[];
  roles: Record<string, unknown>;
};
type Asked = Request & { body: Body; to: object; response: Answer | null };
type Logged = {
  id: string;
  question: string;
  choice: { id: string; text: string } | null;
  decidedBy: string | null;
  authority: string | null;
  dwell: number | null;
  knowing: Record<string, unknown> | null;
  agreements: { by: string; agree: boolean; reason: string | null }[];
  inputs: { by: string; input: string }[];
  followed: { type: string; itemKey: string | null }[];
};

const HOUR = 3_600_000;
const { db, people, ask, refusedAsk, choose, read, inInbox, inHours } = await decisionWorld<Asked, Logged>();
const expire = async (id: string) => db.as(await db.system())(expireRequest, { id });

test('a decision about work is its owner’s; the choice is written into the contract and into the log', async () => {
  const item = await readyItem(db.as('Ana'));
  await claimItem(db.as('bot'), item);
  const asked = await ask('bot', {
    item: item.key,
    decisionKind: 'vendor',
    amount: 400,
    recommendation: { option: 'new', reason: 'It is cheaper.' },
  });
  assert.deepEqual(
    [asked.to, asked.blocking, asked.body.options.map(({ id }) => id)],
    [{ participant: people.ana }, true, ['o1', 'new']],
  );
  assert.equal(asked.body.roles['recommend'], people.bot);
  await db.as('Ana')(seeRequest, { id: asked.id });
  assert.equal((await db.as('Ana').refused(respond, { id: asked.id, choice: 'neither' })).refused, 'unknown_reference');
  assert.equal((await db.as('Ana').refused(respond, { id: asked.id })).refused, 'invalid_input');
  const done = await choose('Ana', asked.id, 'A new one', { reason: 'Agreed.', dwell: 40 });
  assert.deepEqual([done.state, done.response?.['choice']], ['answered', 'new']);
  const after = await db.operator<Item>(getItem, { id: item.id });
  assert.deepEqual(
    after.answers.map(({ question, answer }) => [question, answer]),
    [['Which vendor?', 'A new one — Agreed.']],
  );
  assert.equal(after.waiting, false);
  const logged = await read(asked.id);
  assert.deepEqual(
    [logged.choice, logged.decidedBy, logged.authority, logged.dwell, logged.knowing?.['revision']],
    [{ id: 'new', text: 'A new one' }, people.ana, 'base: addressee may request.respond', 40, 1],
  );
  assert.deepEqual(logged.followed, [{ ...logged.followed[0], type: 'item.answered', itemKey: item.key }]);
  assert.equal((await db.as('Ana').refused(respond, { id: asked.id, choice: 'new' })).refused, 'wrong_state');
  await checkWorld(db.database, db.workspace);
});

test('what cannot be meant is refused as it is asked', async () => {
  const cases: [object, string][] = [
    [{ options: ['one'] }, 'invalid_input'],
    [{ options: ['same', 'same'] }, 'invalid_input'],
    [{ recommendation: { option: 'third' } }, 'unknown_reference'],
    [{ onSilence: { choose: 'third' }, due: inHours(1) }, 'unknown_reference'],
    [{ onSilence: { choose: 'new' } }, 'invalid_input'],
    [{ roles: { agree: ['Nobody'] } }, 'unknown_reference'],
    [{ roles: { agree: ['bat'] } }, 'unknown_reference'],
    [{ roles: { decide: 'bat' } }, 'unknown_reference'],
    [{ to: 'bat' }, 'unknown_reference'],
    [{ default: 'x' }, 'invalid_input'],
  ];
  for (const [over, code] of cases) assert.equal((await refusedAsk('bot', over)).refused, code, JSON.stringify(over));
  await db.operator(updateParticipant, { id: 'Ben', status: 'paused' });
  assert.equal((await refusedAsk('bot', { to: 'Ben' })).refused, 'not_active');
  await db.operator(updateParticipant, { id: 'Ben', status: 'active' });
  const item = await readyItem(db.as('Ana'));
  const elsewhere = await refusedAsk('bot', { item: item.key, roles: { decide: 'Ben' } });
  assert.deepEqual([elsewhere.refused, elsewhere['allowed']], ['forbidden', ['Ana']]);
});

test('the owner says who decides which kind about an item; others may not', async () => {
  const item = await readyItem(db.as('Ana'));
  const rights = { id: item.key, decisionKind: 'vendor', agree: ['Cleo'], input: ['bat'], decide: 'Ben' };
  assert.equal((await db.as('Ben').refused(setRights, rights)).refused, 'forbidden');
  assert.equal((await db.as('Ana').refused(setRights, { ...rights, decide: 'bot' })).refused, 'unknown_reference');
  assert.equal((await db.as('Ana').refused(setRights, { ...rights, id: 'OPS-9999' })).refused, 'not_found');
  await db.as('Ana')(setRights, rights);
  const { items } = await db.operator<{ items: Answer[] }>(itemRights, { id: item.key });
  assert.deepEqual(
    items.map((one) => [one['decisionKind'], one['decide']]),
    [['vendor', people.ben]],
  );
  assert.equal((await db.operator.refused(itemRights, { id: 'OPS-9999' })).refused, 'not_found');
  const vendor = await ask('bot', { item: item.key, decisionKind: 'vendor' });
  assert.deepEqual(
    [vendor.to, vendor.body.roles['agree'], vendor.body.roles['input']],
    [{ participant: people.ben }, [people.cleo], [people.bat]],
  );
  const hire = await ask('bot', { item: item.key, decisionKind: 'hire' });
  assert.deepEqual(hire.to, { participant: people.ana });
  assert.equal((await db.events('item.rights_set')).length, 1);
});

test('whoever must agree does so, or says why not, before the choice counts; input is asked for and kept', async () => {
  const item = await readyItem(db.as('Ana'));
  const { id } = await ask('bot', { item: item.key, roles: { agree: ['Ben', 'Cleo'], input: ['bat'] } });
  assert.deepEqual([await inInbox('Ben', id), await inInbox('bat', id)], [true, true]);
  const pending = await db.as('Ana').refused(respond, { id, choice: 'new' });
  assert.deepEqual([pending.refused, pending['waiting']], ['agreement_pending', ['Ben', 'Cleo']]);
  assert.equal((await db.as('Ben').refused(respond, { id, choice: 'new' })).refused, 'not_approver');
  assert.equal((await db.as('Ben').refused(respond, { id, input: 'x' })).refused, 'not_approver');
  assert.equal((await db.as('Ana').refused(respond, { id, agree: true })).refused, 'not_approver');
  assert.equal((await db.as('Ben').refused(respond, { id, agree: false })).refused, 'reason_missing');
  await db.as('Ben')(respond, { id, agree: false, reason: 'Too dear.' });
  assert.equal(await inInbox('Ben', id), false, 'it has left the inbox of whoever has answered');
  await db.as('Cleo')(respond, { id, agree: true });
  await db.as('bat')(respond, { id, input: 'The new one answers faster.' });
  await choose('Ana', id, 'new');
  const { agreements, inputs, knowing } = await read(id);
  assert.deepEqual(
    agreements.map(({ by, agree, reason }) => [by, agree, reason]),
    [
      [people.ben, false, 'Too dear.'],
      [people.cleo, true, null],
    ],
  );
  assert.deepEqual([inputs.map(({ by }) => by), knowing?.['agreements']], [[people.bat], 2]);
  assert.deepEqual([(await db.events('request.agreed')).length, (await db.events('request.advised')).length], [2, 1]);
});

test('once the deadline is over, the choice counts without those who have not answered', async () => {
  const { id } = await ask('bot', { to: 'Ana', due: inHours(1), roles: { agree: ['Ben'] } });
  assert.equal((await db.as('Ana').refused(respond, { id, choice: 'new' })).refused, 'agreement_pending');
  db.clock.advance(2 * HOUR);
  assert.equal((await choose('Ana', id, 'new')).state, 'answered');
});

test('on silence what was stated is chosen, by no person', async () => {
  const item = await readyItem(db.as('Ana'));
  const { id } = await ask('bot', { item: item.key, due: inHours(1), onSilence: { choose: 'The old one' } });
  await expire(id);
  assert.equal((await db.operator<Asked>(getRequest, { id })).state, 'open', 'not before the deadline');
  db.clock.advance(2 * HOUR);
  await expire(id);
  await expire(id);
  const logged = await read(id);
  assert.deepEqual([logged.choice?.id, logged.decidedBy, logged.authority], ['o1', null, 'on silence, as stated']);
  const [event, ...more] = (await db.events('request.expired')).filter(({ request }) => request === id);
  assert.deepEqual([event?.authority, more], ['on silence, as stated', []]);
  assert.deepEqual(
    (await db.operator<Item>(getItem, { id: item.id })).answers.map(({ answer }) => answer),
    ['The old one'],
  );
  await checkWorld(db.database, db.workspace);
});

test('where it is to be asked on, silence brings it to the lead over the decider, once', async () => {
  const { id } = await ask('bot', { to: 'Ana', due: inHours(1) });
  db.clock.advance(2 * HOUR);
  await expire(id);
  await expire(id);
  const now = await db.operator<Asked>(getRequest, { id });
  assert.deepEqual([now.state, now.to], ['open', { participant: people.cleo }]);
  assert.equal((await db.events('request.escalated')).filter(({ request }) => request === id).length, 1);
  assert.equal((await choose('Cleo', id, 'new')).state, 'answered');
});

test('only people decide', async () => {
  const { id } = await ask('bot', { to: 'Ana', roles: { input: ['bat'] } });
  assert.equal((await db.as('bat').refused(respond, { id, choice: 'new' })).refused, 'not_approver');
});

test('the log is found by item, kind, decider, time and words', async () => {
  const list = async (input: object) => (await db.operator<Page<Logged>>(listDecisions, input)).items;
  const item = await readyItem(db.as('Ana'));
  const { id } = await ask('bot', { item: item.key, decisionKind: 'colour', text: 'Which 100% colour?' });
  await choose('Ana', id, 'new', { reason: 'Because of the light.' });
  for (const filter of [{ item: item.key }, { kind: 'colour' }, { text: '100% COLOUR' }, { text: 'of the light' }])
    assert.deepEqual(
      (await list(filter)).map((one) => one.id),
      [id],
      JSON.stringify(filter),
    );
  assert((await list({ decider: 'Ana' })).every(({ decidedBy }) => decidedBy === null || decidedBy === people.ana));
  assert.deepEqual(await list({ kind: 'colour', until: new Date(db.clock.now - HOUR).toISOString() }), []);
  assert.deepEqual(await list({ kind: 'colour', state: 'open' }), []);
  assert.equal(
    (await list({ kind: 'colour', state: 'decided', from: new Date(db.clock.now).toISOString() })).length,
    1,
  );
  const { items, next } = await db.operator<Page<Logged>>(listDecisions, { limit: 1 });
  assert.equal(items.length, 1);
  assert.notEqual((await list({ limit: 1, cursor: next }))[0]?.id, items[0]?.id);
  assert.equal((await db.operator.refused(listDecisions, { item: 'OPS-9999' })).refused, 'not_found');
  assert.equal((await db.operator.refused(listDecisions, { decider: 'Nobody' })).refused, 'unknown_reference');
  assert.equal((await db.operator.refused(getDecision, { id: 'nothing' })).refused, 'not_found');
});
