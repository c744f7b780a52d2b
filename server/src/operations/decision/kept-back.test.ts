import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import type { Answer } from '../../../test/database.ts';
import { asking, decisionWorld } from '../../../test/decision-world.ts';
import { placeAll } from '../../../test/place-all.ts';
import type { Page, Request } from '../../../test/world.ts';
import type { Revealed } from '../../domain/decision-progress.ts';
import { commitmentTo } from '../../domain/sealed-recommendation.ts';
import listEvents from '../event/list.ts';
import listInbox from '../inbox/list.ts';
import createRequest from '../request/create.ts';
import expireRequest from '../request/expire.ts';
import updatePolicy from '../policy/update.ts';
import getRequest from '../request/get.ts';
import listRequests from '../request/list.ts';
import previewRequest from '../request/preview.ts';
import withdraw from '../request/withdraw.ts';
import getSnapshot from '../snapshot/get.ts';
import { makeRule } from '../../domain/policy/testing/make-rule.ts';

type Asked = Request & { body: { recommendation: object | null; blind: boolean } };
type Logged = {
  choice: { id: string } | null;
  judgement: { choice: string } | null;
  recommendation: object | null;
  keptBack: boolean;
};

const HOUR = 3_600_000;
const { db, people, ask, choose, read, inHours } = await decisionWorld<Asked, Logged>();

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

const SECRET = 'Words that nobody may read yet, wherever they wait.';
const blindly = (to: string) => ({ ...asking, to, blind: true, recommendation: { option: 'new', reason: SECRET } });

/** Everything that can be read of a request by whoever may decide. */
async function allThatIsSaid(id: string): Promise<string> {
  await placeAll(db.database, db.workspace);
  const ana = db.as('Ana');
  const read = [getRequest, previewRequest].map((operation) => ana(operation, { id }));
  const facts = await ana(listEvents, { request: id });
  return JSON.stringify([...(await Promise.all(read)), facts, await ana(listInbox), await ana(getSnapshot)]);
}

/** The decision that was made of what waited, with what was kept back still kept back; then it is judged. */
async function judgedOf(about: string): Promise<Asked> {
  const { items } = await db.as('Ana')<Page<Asked>>(listRequests, { kind: 'decision', state: 'open' });
  const decision = items.find(({ body }) => (body as { text?: string }).text === about);
  assert(decision, about);
  assert(!JSON.stringify(decision).includes(SECRET));
  return choose('Ana', decision.id, 'o1');
}

test('a recommendation is kept back too while the act of asking waits for approval by whoever decides', async () => {
  const because = 'What agents ask is looked at first.';
  const when = { action: 'request.create', actorKind: 'agent' as const };
  const approve = { by: [{ participant: people.ana }], count: 1 };
  const looked = makeRule('looked-at', when, { approve }, because);
  const { version } = await db.operator(updatePolicy, { rules: [looked] }, { ifMatch: 0 });
  const sent = { ...blindly('Ana'), text: 'Which vendor, held?' };
  const { request } = await db.as('bot')<{ request: Asked }>(createRequest, sent);
  assert(!JSON.stringify(request).includes(SECRET));
  assert(!(await allThatIsSaid(request.id)).includes(SECRET));
  const again = await db.as('bot')<{ request: Asked }>(createRequest, sent);
  assert.equal(again.request.id, request.id, 'the same once more is the one that waits');
  const otherwise = await db.as('bot')<{ request: Asked }>(createRequest, {
    ...sent,
    recommendation: { option: 'o1', reason: SECRET },
  });
  assert.notEqual(otherwise.request.id, request.id, 'another recommendation is another act');
  await choose('Ana', request.id, '', { choice: undefined, accept: true });
  const judged = await judgedOf('Which vendor, held?');
  assert.deepEqual(judged.body.recommendation, { option: 'new', reason: SECRET, by: people.bot });
  await db.operator(updatePolicy, { rules: [] }, { ifMatch: version });
  await checkWorld(db.database, db.workspace);
});

test('a recommendation is kept back in the steps of a proposal, and of a proposal within it', async () => {
  const HIDDEN = 'Other words that nobody may read yet.';
  const step = (text: string) => ({
    operation: 'request.create',
    input: { ...blindly('Ana'), text, recommendation: { option: 'new', reason: HIDDEN } },
  });
  const within = { kind: 'proposal', to: 'Ana', text: 'And this.', operations: [step('Which vendor, within?')] };
  const operations = [
    { operation: 'item.create', input: { title: 'Ask around' } },
    step('Which vendor, proposed?'),
    { operation: 'request.create', input: within },
  ];
  const { id } = await db.as('bot')<Asked>(createRequest, { kind: 'proposal', to: 'Ana', text: 'A plan.', operations });
  assert(!(await allThatIsSaid(id)).includes(HIDDEN));
  await choose('Ana', id, '', { choice: undefined, accept: true });
  const { items } = await db.as('Ana')<Page<Asked>>(listRequests, { kind: 'proposal', state: 'open' });
  const inner = items.find(({ body }) => (body as { text?: string }).text === 'And this.');
  assert(inner && !(await allThatIsSaid(inner.id)).includes(HIDDEN));
  await choose('Ana', inner.id, '', { choice: undefined, accept: true });
  const accepted = await db.as('Ana')(getRequest, { id });
  assert(!JSON.stringify(accepted).includes(HIDDEN));
  for (const text of ['Which vendor, proposed?', 'Which vendor, within?'])
    assert.deepEqual((await judgedOf(text)).body.recommendation, { option: 'new', reason: HIDDEN, by: people.bot });
  await checkWorld(db.database, db.workspace);
});
