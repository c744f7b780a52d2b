import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import listInbox from '../inbox/list.ts';
import cancelItem from '../item/cancel.ts';
import getItem from '../item/get.ts';
import updateParticipant from '../participant/update.ts';
import heartbeat from '../run/heartbeat.ts';
import addMember from '../team/add-member.ts';
import createTeam from '../team/create.ts';
import createRequest from './create.ts';
import expireRequest from './expire.ts';
import getRequest from './get.ts';
import listRequests from './list.ts';
import respond from './respond.ts';
import withdrawRequest from './withdraw.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  await db.operator(addMember, { id: 'OPS', participant: 'Ben' });
});

const read = (item: { id: string | null }) => db.operator<Item>(getItem, { id: item.id });
const ask = (who: string, input: object) => db.as(who)<Request & Answer>(createRequest, { text: 'Which?', ...input });
const openOf = async (item: { id: string }, kind?: string) =>
  (await db.operator<Page<Request>>(listRequests, { item: item.id, state: 'open', ...(kind && { kind }) })).items;

test('a question about an item goes to its owner and blocks it; the answer is written into the contract and told to the run', async () => {
  const item = await readyItem(db.as('Ana'));
  const { run } = await claimItem(db.as('bot'), item);
  const question = await ask('bot', { kind: 'question', item: item.id, options: ['RSA', 'ECDSA'] });
  assert.deepEqual(
    [question.blocking, question['to'], question.run, (await read(item)).waiting],
    [true, { participant: people.ana }, run.id, true],
  );
  assert.equal((await db.as('Ben').refused(respond, { id: question.id, answer: 'RSA' })).refused, 'forbidden');
  await db.as('Ana')(respond, { id: question.id, answer: 'ECDSA' });
  const after = await read(item);
  assert.deepEqual(
    [after.waiting, after.revision, after.answers[0]?.answer, after.answers[0]?.by],
    [false, 2, 'ECDSA', people.ana],
  );
  const beat = await db.as('bot')<{ signals: { kind: string; data: { answer: string } }[] }>(heartbeat, {
    id: run.id,
    fence: run.fence,
  });
  assert.deepEqual(
    beat.signals.map(({ kind, data }) => [kind, data.answer]),
    [['answer', 'ECDSA']],
  );
});

test('a request is answered once', async () => {
  const { id } = await ask('bot', { kind: 'question', to: 'Ana' });
  const outcomes = await Promise.all(
    ['Yes.', 'No.', 'Maybe.'].map((answer) => db.as('Ana').outcome(respond, { id, answer })),
  );
  assert.deepEqual(
    outcomes.flatMap((one) => ('refused' in one ? one.refused : [])),
    ['wrong_state', 'wrong_state'],
  );
});

test('an answer has the form of its kind', async () => {
  const { id } = await ask('bot', { kind: 'question', to: 'Ana' });
  for (const wrong of [{}, { accept: true }, { answer: '' }, { answer: 'x', resolution: 'retry' }]) {
    assert.equal((await db.as('Ana').refused(respond, { id, ...wrong })).refused, 'invalid_input');
  }
});

test('a request says what its kind asks for, and nothing of another kind', async () => {
  const item = await readyItem(db.operator);
  const wrong = [
    { kind: 'question', done: 'x' },
    { kind: 'handoff' },
    { kind: 'exception', options: ['a'] },
    { kind: 'review', item: item.id },
    { kind: 'question', text: ' ' },
  ];
  for (const input of wrong)
    assert.equal(
      (await db.as('bot').refused(createRequest, { text: 'x', ...input })).refused,
      'invalid_input',
      JSON.stringify(input),
    );
});

test('a request goes to somebody, a team or a role that is there to answer', async () => {
  for (const to of ['nobody', 'team:NONE', 'role:king', { team: 'NONE' }])
    assert.equal(
      (await db.as('bot').refused(createRequest, { kind: 'question', text: 'x', to })).refused,
      'unknown_reference',
    );
  await db.operator(updateParticipant, { id: 'bat', status: 'paused' });
  assert.equal(
    (await db.as('bot').refused(createRequest, { kind: 'question', text: 'x', to: 'bat' })).refused,
    'not_active',
  );
  await db.operator(updateParticipant, { id: 'bat', status: 'active' });
  const ended = await readyItem(db.operator);
  await db.operator(cancelItem, { id: ended.id });
  assert.equal(
    (await db.as('bot').refused(createRequest, { kind: 'question', text: 'x', item: ended.id })).refused,
    'wrong_state',
  );
  assert.equal(
    (await db.as('bot').refused(createRequest, { kind: 'question', text: 'x', item: 'GEN-999999' })).refused,
    'not_found',
  );
  assert.equal((await db.as('Gus').refused(createRequest, { kind: 'question', text: 'x' })).refused, 'forbidden');
});

test('what is asked of a team or a role is in the inbox of its members, and any of them answers', async () => {
  const ofTeam = await ask('bot', { kind: 'question', to: 'team:OPS' });
  const ofAdmins = await ask('bot', { kind: 'question', to: 'role:admin' });
  const inbox = async (who: string) =>
    (await db.as(who)<Page<Request>>(listInbox, { limit: 200 })).items.map(({ id }) => id);
  assert(!(await inbox('Ana')).includes(ofTeam.id));
  assert((await inbox('Ben')).includes(ofTeam.id));
  assert(!(await inbox('Ben')).includes(ofAdmins.id));
  assert((await inbox('Operator')).includes(ofAdmins.id));
  assert.equal((await db.as('Ana').refused(respond, { id: ofTeam.id, answer: 'x' })).refused, 'forbidden');
  await db.as('Ben')(respond, { id: ofTeam.id, answer: 'x' });
});

test('whoever asked, or an admin, takes a request back while it is open', async () => {
  const item = await readyItem(db.operator);
  const question = await ask('bot', { kind: 'question', item: item.id });
  assert.equal((await db.as('Ana').refused(withdrawRequest, { id: question.id })).refused, 'forbidden');
  assert.equal(
    (await db.as('bot')<Request>(withdrawRequest, { id: question.id, reason: 'Found it.' })).state,
    'withdrawn',
  );
  assert.equal((await read(item)).waiting, false);
  assert.equal((await db.as('bot').refused(withdrawRequest, { id: question.id })).refused, 'wrong_state');
  for (const operation of [withdrawRequest, getRequest, respond])
    assert.equal((await db.operator.refused(operation, { id: item.id })).refused, 'not_found');
});

test('a question that nobody answers in time is answered by its default, once, and only by Coact itself', async () => {
  const item = await readyItem(db.operator);
  const due = new Date(db.clock.now + 60_000).toISOString();
  const question = await ask('bot', { kind: 'question', item: item.id, due, default: 'RSA' });
  const without = await ask('bot', { kind: 'question', item: item.id, due });
  await db.as('Coact')(expireRequest, { id: question.id });
  assert.equal((await openOf(item)).length, 2, 'not before its time');
  db.clock.advance(60_000);
  assert.equal((await db.operator.refused(expireRequest, { id: question.id })).refused, 'forbidden');
  for (const { id } of [question, question, without]) await db.as('Coact')(expireRequest, { id });
  assert.deepEqual(
    (await openOf(item)).map(({ id }) => id),
    [without.id],
  );
  assert.deepEqual(
    (await read(item)).answers.map(({ answer }) => answer),
    ['RSA'],
  );
  assert.equal((await db.as('Coact').refused(expireRequest, { id: item.id })).refused, 'not_found');
});

test('requests are listed newest first, in pages, by item, kind and state', async () => {
  const item = await readyItem(db.operator);
  const made: string[] = [];
  for (let i = 0; i < 5; i += 1) made.unshift((await ask('bot', { kind: 'question', item: item.id })).id);
  const first = await db.operator<Page<Request>>(listRequests, { item: item.key, limit: 3 });
  const rest = await db.operator<Page<Request>>(listRequests, { item: item.key, cursor: first.next });
  assert.deepEqual(
    [...first.items, ...rest.items].map(({ id }) => id),
    made,
  );
  assert.deepEqual((await db.operator<Page<Request>>(listRequests, { item: item.id, kind: 'review' })).items, []);
  assert.equal((await db.operator.refused(listRequests, { item: 'GEN-999999' })).refused, 'not_found');
  assert.deepEqual(await db.operator(getRequest, { id: made[0] }), first.items[0]);
});
