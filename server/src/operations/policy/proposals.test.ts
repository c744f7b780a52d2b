import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, type Request, addPeople, clear, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import createParticipant from '../participant/create.ts';
import createRequest from '../request/create.ts';
import respond from '../request/respond.ts';
import updatePolicy from './update.ts';

type Applied = { step: number; operation: string; id: string; key: string };
type Accepted = Request & { applied: Applied[] };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  await db.operator(createParticipant, { kind: 'human', name: 'Cleo', role: 'admin' });
});

const propose = (who: string, operations: object[], over: object = {}) =>
  db.as(who)<Request & Answer>(createRequest, { kind: 'proposal', to: 'Ana', text: 'A plan.', operations, ...over });
const read = (id: string) => db.operator<Item>(getItem, { id });
const titled = async (title: string) =>
  (await db.operator<Page<Item>>(listItems, { limit: 200 })).items.filter((one) => one.title === title);
const sound = () => checkWorld(db.database, db.workspace);

const create = (title: string, more: object = {}) => ({
  operation: 'item.create',
  input: { title, ...clear, ...more },
});

test('what a rule forbids to the proposer is not made possible by acceptance, and the step is named', async () => {
  const { rules, version } = await db.operator<Answer & { rules: object[] }>(
    updatePolicy,
    {
      scope: 'type',
      target: 'sealed',
      rules: [
        {
          id: 'agents-leave-it',
          when: { action: 'item.cancel', actorKind: 'agent' },
          then: 'forbid',
          because: 'People only.',
        },
      ],
    },
    { ifMatch: 0 },
  );
  assert.equal(rules.length + version, 2);
  const item = await readyItem(db.as('Ana'), { type: 'sealed' });
  const { id } = await propose('bot', [create('Never'), { operation: 'item.cancel', input: { id: item.key } }]);
  const refused = await db.as('Ana').refused(respond, { id, accept: true });
  const { refused: code, rules: named, problem } = refused['refusal'] as Answer;
  assert.deepEqual([refused['step'], code, named], [2, 'forbidden_by_policy', ['agents-leave-it']]);
  assert.match(String(problem), /bot/);
  await db.as('Ana')(respond, { id, accept: true, steps: [1] });
  assert.equal((await titled('Never')).length, 1);
});

test('where a rule wants another’s approval, nothing happens until they accept the very same', async () => {
  await db.operator(
    updatePolicy,
    {
      scope: 'type',
      target: 'costly',
      rules: [
        {
          id: 'cleo-too',
          when: { action: 'item.cancel' },
          then: { approve: { by: [{ participant: (await db.bearer('Cleo')).id }] } },
          because: 'Two look.',
        },
      ],
    },
    { ifMatch: 0 },
  );
  const item = await readyItem(db.as('Ana'), { type: 'costly' });
  const { id } = await propose('bot', [create('Twice'), { operation: 'item.cancel', input: { id: item.key } }]);
  const first = await db.as('Ana')<Accepted>(respond, { id, accept: true });
  assert.deepEqual([first.state, first.applied, await titled('Twice')], ['open', [], []]);
  assert.deepEqual((first['response'] as Answer)['approvals'], [people.ana]);
  const last = await db.as('Cleo')<Accepted>(respond, { id, accept: true });
  assert.deepEqual(
    [last.state, (await read(item.id)).state, (await titled('Twice')).length],
    ['answered', 'cancelled', 1],
  );
  assert.equal((await db.events('request.approved')).filter(({ request }) => request === id).length, 1);
  await sound();
});

test('what one agent proposes and another accepts still waits for a person to say that it is work', async () => {
  const { id } = await propose('bot', [create('Made up between agents')], { to: 'bat' });
  await db.as('bat')(respond, { id, accept: true });
  const [between] = await titled('Made up between agents');
  assert.deepEqual([between?.state, between?.intake], ['draft', true]);
  const asked = await propose('bot', [create('Looked at by a person')]);
  await db.as('Ana')(respond, { id: asked.id, accept: true });
  assert.equal((await titled('Looked at by a person'))[0]?.intake, false);
  await sound();
});
