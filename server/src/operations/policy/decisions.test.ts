import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../test/database.ts';
import { decisionWorld } from '../../../test/decision-world.ts';
import { checkWorld } from '../../../test/check-world.ts';
import { type Item, type Request, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import setRights from '../item/set-rights.ts';
import respond from '../request/respond.ts';
import updatePolicy from './update.ts';

type Choices = { by: string; choice: string }[];
type Asked = Request & {
  body: { blind: boolean; recommendation: object | null; wanted: object[] };
  to: object;
  response: (Answer & { choices: Choices }) | null;
};

type Logged = {
  authority: string | null;
  choice: { id: string } | null;
  choices: Choices;
  wanted: object[];
  keptBack: boolean;
};

const { db, people, ask, refusedAsk, choose, read, inInbox } = await decisionWorld<Asked, Logged>();
const severalOf = (count: number, ...who: string[]) => ({
  id: 'together',
  when: { action: 'request.decide', decisionKind: 'pair' },
  then: { approve: { by: who.map((participant) => ({ participant })), count } },
  because: 'So much is for several.',
});

test('rules name who decides by kind and amount; nobody else may, and rights only choose among them', async () => {
  const rule = (id: string, when: object, by: unknown[]) => ({
    id,
    when: { action: 'request.decide', ...when },
    then: { approve: { by } },
    because: 'So much is theirs.',
  });
  const rules = [
    rule('vendors-by-cleo', { decisionKind: 'vendor', amount: 1_000, type: 'ruled' }, [{ participant: people.cleo }]),
    rule('hires-by-right', { decisionKind: ['hire'], type: 'ruled' }, ['decider']),
    {
      id: 'never-merge',
      when: { action: 'request.decide', decisionKind: 'merger' },
      then: 'forbid',
      because: 'Not here.',
    },
  ];
  await db.operator(updatePolicy, { rules }, { ifMatch: 0 });
  const item = await readyItem(db.as('Ana'), { type: 'ruled' });
  const small = await ask('bot', { item: item.key, decisionKind: 'vendor', amount: 999 });
  assert.deepEqual(small.to, { participant: people.ana });
  const large = await ask('bot', { item: item.key, decisionKind: 'vendor', amount: 1_000 });
  assert.deepEqual(large.to, { participant: people.cleo });
  const refused = await db.operator.refused(respond, { id: large.id, choice: 'new' });
  assert.deepEqual([refused.refused, refused['allowed']], ['not_approver', ['Cleo']]);
  await choose('Cleo', large.id, 'new');
  assert.equal((await read(large.id)).authority, 'rules: vendors-by-cleo');
  await db.as('Ana')(setRights, { id: item.key, decide: 'Ben' });
  assert.deepEqual((await ask('bot', { item: item.key, decisionKind: 'hire' })).to, { participant: people.ben });
  assert.equal((await refusedAsk('bot', { item: item.key, decisionKind: 'merger' })).refused, 'forbidden_by_policy');
  await db.operator(updatePolicy, { rules: [] }, { ifMatch: 1 });
});

test('a rule of the workspace keeps recommendations back', async () => {
  const rules = [
    {
      id: 'judge-first',
      when: { action: 'request.reveal', decisionKind: 'hire' },
      then: 'forbid',
      because: 'Judge for yourself first.',
    },
  ];
  await db.operator(updatePolicy, { rules }, { ifMatch: 2 });
  const asked = await ask('bot', { to: 'Ana', decisionKind: 'hire', recommendation: { option: 'new' } });
  assert.equal(asked.body.blind, true);
  assert.equal((await ask('bot', { to: 'Ana', recommendation: { option: 'new' } })).body.blind, false);
});

test('where a rule wants several, the choice counts once so many have chosen the same; who differs is shown', async () => {
  const { ana, ben, cleo } = people;
  await db.operator(updatePolicy, { rules: [severalOf(2, ana, ben, cleo)] }, { ifMatch: 3 });
  const item = await readyItem(db.as('Ana'));
  const { id, to, body } = await ask('bot', { item: item.key, decisionKind: 'pair', roles: { agree: ['Ben'] } });
  assert.deepEqual(
    [to, body.wanted],
    [{ participant: ana }, [{ rule: 'together', count: 2, among: [ana, ben, cleo] }]],
  );
  assert.deepEqual(await Promise.all(['Ana', 'Ben', 'Cleo'].map((who) => inInbox(who, id))), [true, true, true]);
  const first = await choose('Ana', id, 'new', { reason: 'It is faster.' });
  assert.deepEqual([first.state, first.to], ['open', { participant: ben }]);
  assert.equal(await inInbox('Ana', id), false, 'whoever has chosen is not asked again');
  const second = await choose('Ben', id, 'o1');
  assert.deepEqual(
    second.response?.choices.map(({ by, choice }) => [by, choice]),
    [
      [ana, 'new'],
      [ben, 'o1'],
    ],
  );
  assert.deepEqual((await db.operator<Item>(getItem, { id: item.id })).answers, [], 'nothing is decided yet');
  assert.equal((await choose('Cleo', id, 'o1')).state, 'answered');
  const logged = await read(id);
  assert.deepEqual([logged.choice?.id, logged.choices.length, logged.authority], ['o1', 3, 'rules: together']);
  assert.equal((await db.events('request.voted')).length, 2);
  await checkWorld(db.database, db.workspace);
});

test('where all have chosen and they differ, all are asked again, and nothing counts until enough chose the same', async () => {
  await db.operator(updatePolicy, { rules: [severalOf(2, people.ana, people.ben)] }, { ifMatch: 4 });
  const { id } = await ask('bot', { decisionKind: 'pair', to: 'Ben' });
  await choose('Ana', id, 'new');
  const tied = await choose('Ben', id, 'o1');
  assert.deepEqual([tied.state, await inInbox('Ana', id), await inInbox('Ben', id)], ['open', true, true]);
  assert.equal((await choose('Ben', id, 'o1')).state, 'open', 'saying it again changes nothing');
  assert.equal((await choose('Ana', id, 'o1')).state, 'answered');
});

test('a rule that too few could meet is refused as it is asked', async () => {
  await db.operator(updatePolicy, { rules: [severalOf(2, people.ana, people.ben)] }, { ifMatch: 5 });
  const refused = await refusedAsk('Ana', { decisionKind: 'pair' });
  assert.deepEqual(
    [refused.refused, refused['problem']],
    ['forbidden_by_policy', 'too few who may decide it are here'],
  );
});

test('several choose without a recommendation that is kept back; only where they differ is it shown', async () => {
  await db.operator(updatePolicy, { rules: [severalOf(2, people.ana, people.ben)] }, { ifMatch: 6 });
  const blind = { decisionKind: 'pair', blind: true, recommendation: { option: 'new', reason: 'Hidden words.' } };
  const { id } = await ask('bot', blind);
  assert.equal((await choose('Ana', id, 'new')).body.recommendation, null);
  const said = JSON.stringify((await db.events()).filter(({ request }) => request === id));
  assert(!said.includes('Hidden words.'), 'no fact says it');
  assert.notEqual((await choose('Ben', id, 'o1')).body.recommendation, null, 'they differ');
  const same = await ask('bot', blind);
  await choose('Ana', same.id, 'new');
  const done = await choose('Ben', same.id, 'new');
  assert.deepEqual([done.state, done.body.recommendation !== null], ['answered', true]);
  await checkWorld(db.database, db.workspace);
});
