import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, claimItem, clear, readyItem } from '../../../test/world.ts';
import listInbox from '../inbox/list.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import updateItem from '../item/update.ts';
import updateParticipant from '../participant/update.ts';
import heartbeat from '../run/heartbeat.ts';
import createRequest from './create.ts';
import getRequest from './get.ts';
import preview from './preview.ts';
import respond from './respond.ts';

type Applied = { step: number; operation: string; id: string; key: string };
type Accepted = Request & { applied: Applied[] };
type Step = {
  step: number;
  summary: string;
  changes: object[];
  refusal: { code: string } | null;
  moved: string[];
  makes: boolean;
};
type Preview = { steps: Step[]; because: string[]; rules: string[] };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const propose = (who: string, operations: object[], over: object = {}) =>
  db.as(who)<Request & Answer>(createRequest, { kind: 'proposal', to: 'Ana', text: 'A plan.', operations, ...over });
const refusedProposal = (operations: object[]) =>
  db.as('bot').refused(createRequest, { kind: 'proposal', to: 'Ana', text: 'A plan.', operations });
const errorsOf = (refusal: Refusal) => JSON.stringify(refusal['errors']);
const read = (id: string) => db.operator<Item>(getItem, { id });
const titled = async (title: string) =>
  (await db.operator<Page<Item>>(listItems, { limit: 200 })).items.filter((one) => one.title === title);
const sound = () => checkWorld(db.database, db.workspace);

const create = (title: string, more: object = {}) => ({
  operation: 'item.create',
  input: { title, ...clear, ...more },
});
const of = ($step: number, field = 'id') => ({ $step, field });
const plan = (name: string) => [
  create(`${name} first`),
  create(`${name} second`, { blockedBy: [of(1)] }),
  { operation: 'item.commit', input: { id: of(1) } },
  { operation: 'item.assign', input: { id: of(2, 'key'), assignee: 'bat' } },
];

test('a plan of many operations is accepted at once, in order, as its proposer, on the acceptor’s authority', async () => {
  const { id } = await propose('bot', plan('Whole'));
  const inbox = await db.as('Ana')<Page<{ id: string }>>(listInbox);
  assert(inbox.items.some((one) => one.id === id));
  assert.deepEqual(await titled('Whole first'), [], 'nothing happens before');
  const accepted = await db.as('Ana')<Accepted>(respond, { id, accept: true });
  assert.deepEqual(
    [accepted.state, accepted.applied.map(({ step, operation }) => [step, operation])],
    [
      'answered',
      [
        [1, 'item.create'],
        [2, 'item.create'],
        [3, 'item.commit'],
        [4, 'item.assign'],
      ],
    ],
  );
  const [first, second] = accepted.applied.map((one) => one.id);
  const [one, two] = [await read(first ?? ''), await read(second ?? '')];
  assert.deepEqual([one.state, one.intake, one.owner], ['ready', false, people.ana]);
  assert.deepEqual([two.state, two.openBlockers, two.assignee], ['draft', 1, people.bat]);
  const made = (await db.events('item.committed')).find(({ item }) => item?.id === first);
  assert.deepEqual(
    [made?.actor.id, made?.onBehalfOf, made?.authority],
    [people.bot, [people.ana], 'approved: step 3 of a proposal; base: owner may item.commit'],
  );
  const cause = (await db.events('request.answered')).find((event) => event.id === made?.cause);
  assert.deepEqual([cause?.actor.id, cause?.request], [people.ana, id]);
  await sound();
});

test('accepted in part, only these steps happen; what they refer to must be among them', async () => {
  const { id } = await propose('bot', plan('Part'));
  const dangling = await db.as('Ana').refused(respond, { id, accept: true, steps: [3] });
  assert.match(errorsOf(dangling), /step 3 needs step 1/);
  assert.match(errorsOf(await db.as('Ana').refused(respond, { id, accept: true, steps: [9] })), /no step 9/);
  const accepted = await db.as('Ana')<Accepted>(respond, { id, accept: true, steps: [1, 3] });
  assert.deepEqual(
    accepted.applied.map(({ step }) => step),
    [1, 3],
  );
  assert.deepEqual([(await titled('Part first')).length, (await titled('Part second')).length], [1, 0]);
  await sound();
});

test('accepted with edits, the step is done as it was edited, and the ledger says who edited it', async () => {
  const { id } = await propose('bot', plan('Edit'));
  const edits = [{ step: 1, input: { title: 'Edited first', ...clear } }];
  const wrong = [{ step: 1, input: { title: '' } }];
  assert.match(errorsOf(await db.as('Ana').refused(respond, { id, accept: true, edits: wrong })), /title/);
  const accepted = await db.as('Ana')<Accepted>(respond, { id, accept: true, edits });
  const event = (await db.events('item.created')).find(({ item }) => item?.id === accepted.applied[0]?.id);
  assert.equal(event?.authority, 'approved: step 1 of a proposal, edited by Ana; base: member may item.create');
  assert.equal((await titled('Edited first')).length, 1);
});

test('what cannot be meant is refused as it is proposed, by step and field', async () => {
  const cases: [object[], RegExp][] = [
    [[{ operation: 'item.nothing', input: {} }], /operations\.0\.operation.*no operation item\.nothing/],
    [[{ operation: 'item.list', input: {} }], /only reads/],
    [[{ operation: 'session.create', input: { email: 'a@b.c', password: 'x' } }], /somebody’s name/],
    [[{ operation: 'request.expire', input: { id: 'x' } }], /somebody’s name/],
    [[{ operation: 'token.create', input: { id: 'bot', name: 'x' } }], /secret/],
    [[{ operation: 'item.create', input: { title: 7 } }], /operations\.0\.input\.title/],
    [[{ operation: 'item.commit', input: { id: of(1) } }], /only refer to a step before/],
    [[create('a'), { operation: 'item.commit', input: { id: of(1, 'nowhere') } }], /no nowhere/],
    [[create('a'), { operation: 'item.commit', input: { id: { $step: 'x' } } }], /a reference says/],
    [[{ operation: 'policy.update', input: { rules: [] } }], /which version/],
    [[], /operations/],
    [Array.from({ length: 101 }, () => create('a')), /operations/],
  ];
  for (const [operations, problem] of cases) assert.match(errorsOf(await refusedProposal(operations)), problem);
  const lost = await refusedProposal([{ operation: 'item.commit', input: { id: 'GEN-99999' } }]);
  assert.deepEqual([lost.refused, lost['field']], ['unknown_reference', 'operations.0.input.id']);
  const decided = await db
    .as('bot')
    .refused(createRequest, { kind: 'proposal', text: 'x', operations: [create('a')], blind: true });
  assert.match(errorsOf(decided), /blind/);
});

test('who accepts must be free to do each act themselves, and nobody accepts what they proposed', async () => {
  const item = await readyItem(db.as('Ana'));
  const cancel = [create('Beside'), { operation: 'item.cancel', input: { id: item.key } }];
  const { id } = await propose('bot', cancel, { to: 'Ben' });
  const refused = await db.as('Ben').refused(respond, { id, accept: true });
  assert.deepEqual(
    [refused.refused, refused['step'], refused['operation'], (refused['refusal'] as Answer)['refused']],
    ['step_refused', 2, 'item.cancel', 'forbidden'],
  );
  assert.deepEqual([(await read(item.id)).state, await titled('Beside')], ['ready', []], 'nothing of it happened');
  const own = await propose('Ana', [create('Own')], { to: 'Ana' });
  assert.equal((await db.as('Ana').refused(respond, { id: own.id, accept: true })).refused, 'not_approver');
  assert.equal((await db.as('Ben').refused(respond, { id: own.id, accept: true })).refused, 'forbidden');
  assert.equal((await db.as('Ana').refused(respond, { id: own.id, accept: false })).refused, 'reason_missing');
  const declined = await db.as('Ana')<Accepted>(respond, { id: own.id, accept: false, reason: 'Not now.' });
  assert.deepEqual([declined.state, declined.applied], ['declined', []]);
  await sound();
});

test('whoever accepts by a token that is kept to some acts lends no more than it reaches', async () => {
  const { id } = await propose('bot', [create('Beyond')]);
  const kept = { ...(await db.bearer('Ana')), scopes: ['request.respond'] };
  const refused = await db.as(kept).refused(respond, { id, accept: true });
  assert.deepEqual(
    [refused.refused, (refused['refusal'] as Answer)['refused']],
    ['step_refused', 'out_of_scope_token'],
  );
  const elsewhere = { ...(await db.bearer('Ana')), limitedTo: ['0197a000-0000-7000-8000-00000000dead'] };
  assert.equal((await db.as(elsewhere).refused(respond, { id, accept: true })).refused, 'step_refused');
  assert.equal((await db.as('Ana')<Accepted>(respond, { id, accept: true })).state, 'answered');
});

test('if the world has moved, the acceptor is told what, and nothing runs', async () => {
  const item = await readyItem(db.as('Ana'));
  const { id } = await propose('bot', [
    create('Moved'),
    { operation: 'item.update', input: { id: item.key, priority: 0 } },
  ]);
  await db.as('Ana')(updateItem, { id: item.id, priority: 3 });
  const refused = await db.as('Ana').refused(respond, { id, accept: true });
  const moved = refused['moved'] as { key: string; step: number; problem: string }[];
  assert.deepEqual([refused.refused, moved.map(({ key, step }) => [key, step])], ['world_moved', [[item.key, 2]]]);
  assert.deepEqual([(await read(item.id)).priority, await titled('Moved')], [3, []]);
  const ahead = await db.as('Ana')<Preview>(preview, { id });
  assert.equal(ahead.steps[1]?.moved.length, 1);
  await db.as('Ana')(respond, { id, accept: true, steps: [1] });
});

test('the proposal of somebody who is paused meanwhile changes nothing', async () => {
  const { id } = await propose('bat', [create('Paused')]);
  await db.operator(updateParticipant, { id: 'bat', status: 'paused' });
  assert.equal((await db.as('Ana').refused(respond, { id, accept: true })).refused, 'world_moved');
  await db.operator(updateParticipant, { id: 'bat', status: 'active' });
  assert.equal((await db.as('Ana')<Accepted>(respond, { id, accept: true })).state, 'answered');
});

test('accepted several times at once, it applies once', async () => {
  await db.warmUp();
  const { id } = await propose('bot', plan('Once'));
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => db.as('Ana').outcome(respond, { id, accept: true })),
  );
  assert.equal(outcomes.filter((one) => !isRefusal(one)).length, 1);
  for (const one of outcomes) if (isRefusal(one)) assert.equal(one.refused, 'wrong_state');
  assert.equal((await titled('Once first')).length, 1);
  await sound();
});

test('a blocking proposal holds its item up until it is answered, and the run hears of it', async () => {
  const item = await readyItem(db.as('Ana'));
  const { run } = await claimItem(db.as('bot'), item);
  const { id } = await propose(
    'bot',
    [
      {
        operation: 'item.update',
        input: { id: item.key, risk: 'high', scope: { included: ['x'] }, criteria: [{ text: 'a', check: 'b' }] },
      },
    ],
    { item: item.key, blocking: true },
  );
  assert.equal((await read(item.id)).waiting, true);
  await db.as('Ana')(respond, { id, accept: true });
  const after = await read(item.id);
  assert.deepEqual([after.waiting, after.risk], [false, 'high']);
  const { signals } = await db.as('bot')<{ signals: { kind: string; data: Answer }[] }>(heartbeat, {
    id: run.id,
    fence: run.fence,
  });
  assert(signals.some(({ kind, data }) => kind === 'decision' && data['request'] === id));
  assert.equal((await db.operator<Request>(getRequest, { id })).state, 'answered');
  await sound();
});

test('whatever is accepted of any plan, either all of it happens or none, and no reference dangles', async () => {
  const chain = fc.array(fc.option(fc.nat({ max: 3 }), { nil: null }), { minLength: 1, maxLength: 4 });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(chain, fc.uint8Array({ minLength: 4, maxLength: 4 }), async (links, wanted) => {
      round += 1;
      const name = `Chain ${round}`;
      const parents = links.map((link, at) => (link === null || at === 0 ? null : link % at));
      const steps = parents.map((parent, at) =>
        create(`${name}.${at}`, parent === null ? {} : { parent: of(parent + 1) }),
      );
      const { id } = await propose('bot', steps);
      const chosen = steps.flatMap((_, at) => ((wanted[at] ?? 0) % 2 === 0 ? [at + 1] : []));
      const outcome = await db.as('Ana').outcome(respond, { id, accept: true, steps: chosen });
      const isWhole =
        chosen.length > 0 &&
        chosen.every((step) => parents[step - 1] === null || chosen.includes((parents[step - 1] ?? 0) + 1));
      assert.equal(!isRefusal(outcome), isWhole);
      for (const at of steps.keys())
        assert.equal((await titled(`${name}.${at}`)).length, isWhole && chosen.includes(at + 1) ? 1 : 0);
    }),
    { numRuns: 12 },
  );
  await sound();
});
