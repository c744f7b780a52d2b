import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Page, type Request, addPeople } from '../../../test/world.ts';
import type { Revealed } from '../../domain/decision-progress.ts';
import { commitmentTo } from '../../domain/sealed-recommendation.ts';
import listEvents from '../event/list.ts';
import listInbox from '../inbox/list.ts';
import createRequest from '../request/create.ts';
import expireRequest from '../request/expire.ts';
import getRequest from '../request/get.ts';
import respond from '../request/respond.ts';
import withdraw from '../request/withdraw.ts';
import getSnapshot from '../snapshot/get.ts';
import getDecision from './get.ts';

type Asked = Request & { body: { recommendation: object | null; blind: boolean } };
type Logged = {
  choice: { id: string } | null;
  judgement: { choice: string } | null;
  recommendation: object | null;
  keptBack: boolean;
};

const HOUR = 3_600_000;
let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const asking = {
  kind: 'decision',
  text: 'Which vendor?',
  options: ['The old one', { id: 'new', text: 'A new one', consequences: 'A week of changes.' }],
};
const ask = (who: string, over: object = {}) => db.as(who)<Asked>(createRequest, { ...asking, ...over });
const choose = (who: string, id: string, choice: string, over: object = {}) =>
  db.as(who)<Asked>(respond, { id, choice, ...over });
const read = async (id: string) => {
  await placeAll(db.database, db.workspace);
  return db.operator<Logged>(getDecision, { id });
};
const inHours = (hours: number) => new Date(db.clock.now + hours * HOUR).toISOString();

test('a recommendation that is kept back is shown after a first judgement, and both are kept', async () => {
  const { id, body } = await ask('bot', { to: 'Ana', blind: true, recommendation: { option: 'new' } });
  assert.deepEqual([body.blind, body.recommendation], [true, null]);
  assert.equal((await db.as('Ana')<Asked>(getRequest, { id })).body.recommendation, null);
  const judged = await choose('Ana', id, 'o1', { reason: 'It works.' });
  assert.deepEqual(
    [judged.state, judged.body.recommendation],
    ['open', { option: 'new', reason: null, by: people.bot }],
  );
  assert.equal((await choose('Ana', id, 'new')).state, 'answered');
  const logged = await read(id);
  assert.deepEqual([logged.judgement?.choice, logged.choice?.id], ['o1', 'new']);
  assert.equal((await db.events('request.judged')).length, 1);
});

test('no answer and no fact says a recommendation that is kept back, until the fact of the judgement reveals it', async () => {
  const hidden = { option: 'new', reason: 'Words that nobody may read yet.' };
  const { id } = await ask('bot', { to: 'Ana', blind: true, recommendation: hidden });
  const factsOf = async () => {
    await placeAll(db.database, db.workspace);
    const { items } = await db.as('Ana')<Page<{ type: string; data: Answer }>>(listEvents, { request: id });
    return items;
  };
  const told = [await factsOf(), await read(id), await db.as('Ana')(listInbox), await db.as('Ana')(getSnapshot)];
  assert(!JSON.stringify(told).includes(hidden.reason));
  const [opened] = await factsOf();
  assert(opened);
  const { sealed } = (opened.data as unknown as { body: { sealed: string } }).body;
  await choose('Ana', id, 'o1');
  const judged = (await factsOf()).find(({ type }) => type === 'request.judged');
  assert(judged);
  const { recommendation, salt } = (judged.data as unknown as { revealed: Revealed }).revealed;
  assert.deepEqual(recommendation, { ...hidden, by: people.bot });
  assert.equal(commitmentTo(recommendation, salt), sealed);
  await checkWorld(db.database, db.workspace);
});

test('silence reveals a recommendation that was kept back; what is taken back unjudged never does', async () => {
  const blind = { to: 'Ana', blind: true, recommendation: { option: 'new' } };
  const silent = await ask('bot', { ...blind, due: inHours(1), onSilence: { choose: 'new' } });
  const taken = await ask('bot', blind);
  await db.as('bot')(withdraw, { id: taken.id });
  db.clock.advance(2 * HOUR);
  await db.as(await db.system())(expireRequest, { id: silent.id });
  const [revealed, sealed] = [await read(silent.id), await read(taken.id)];
  assert.deepEqual([revealed.recommendation !== null, revealed.keptBack], [true, false]);
  assert.deepEqual([sealed.recommendation, sealed.keptBack], [null, true]);
  await checkWorld(db.database, db.workspace);
});
