import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isRefusal } from '../../domain/refusals.ts';
import { baseRules } from '../../domain/policy/base-rules.ts';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Page, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import briefItem from '../item/brief.ts';
import createItem from '../item/create.ts';
import getParticipant from '../participant/get.ts';
import claimWork from '../work/claim.ts';
import getPolicy from './get.ts';
import listPolicies from './list.ts';
import policyMatrix from './matrix.ts';
import mayPolicy from './may.ts';
import policyPlaces from './places.ts';
import updatePolicy from './update.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const rule = (id: string, when: object, then: unknown, because = 'It is so.') => ({ id, when, then, because });
const noBugs = rule(
  'no-bugs',
  { action: 'work.claim', actorKind: 'agent', type: 'bug' },
  'forbid',
  'People mend bugs.',
);
const update = (rules: object[], over: object = {}, ifMatch: number | null = null) =>
  db.operator(updatePolicy, { rules, ...over }, ifMatch === null ? {} : { ifMatch });
const unsound = async (rules: object[], over: object = {}) => {
  const refused = await db.operator.refused(updatePolicy, { rules, ...over });
  assert.equal(refused.refused, 'policy_unsound', JSON.stringify(refused));
  return [refused['rules'], refused['problem']];
};

test('the base rules are readable before any rule was made, and beside those that were', async () => {
  const none = await db.as('Ben')(getPolicy);
  assert.deepEqual([none['version'], none['rules'], none['base']], [0, [], baseRules]);
});

test('a new version counts at once, says who made it and why, and every version is kept', async () => {
  const made = await update([noBugs], { note: 'The audit.' }, 0);
  assert.deepEqual([made.version, made['note'], made['rules']], [1, 'The audit.', [noBugs]]);
  const item = await readyItem(db.operator, { type: 'bug' });
  const refused = await db.as('bot').refused(claimWork, { item: item.id });
  assert.deepEqual(refused, { refused: 'forbidden_by_policy', rules: ['no-bugs'], because: ['People mend bugs.'] });
  await claimItem(db.as('Ben'), item);

  await update([], {}, 1);
  await claimItem(db.as('bot'), await readyItem(db.operator, { type: 'bug' }));
  const { items, next } = await db.operator<Page<Answer>>(listPolicies, { limit: 1 });
  assert.deepEqual([items.map(({ version }) => version), next], [[2], '2']);
  const older = await db.operator<Page<Answer>>(listPolicies, { cursor: next });
  assert.deepEqual(
    older.items.map(({ version, rules }) => [version, rules]),
    [[1, [noBugs]]],
  );
  const [event] = await db.events('policy.updated');
  assert.deepEqual([event?.authority, event?.data['version']], ['base: human admin may policy.update', 1]);
});

test('whoever changes an older version is told, also when two change it at once', async () => {
  const refused = await db.operator.refused(updatePolicy, { rules: [] }, { ifMatch: 0 });
  assert.deepEqual(refused, { refused: 'version_conflict', version: 2 });
  const both = await Promise.all([1, 2].map(() => db.operator.outcome(updatePolicy, { rules: [] }, { ifMatch: 2 })));
  assert.equal(both.filter(isRefusal).length, 1);
});

test('only human admins change rules, whatever the rules say', async () => {
  for (const who of ['Ana', 'Gus', 'bot']) {
    const refused = await db.as(who).refused(updatePolicy, { rules: [] });
    assert.equal(refused.refused, 'forbidden', who);
  }
});

test('rules that name what does not exist are refused by name', async () => {
  const nobody = '0197a000-0000-7000-8000-0000000000aa';
  const lost = { approve: { by: [{ participant: nobody }] } };
  assert.match(String(await unsound([rule('a', { action: 'item.explode' }, 'forbid')])), /^a,there is no act/);
  assert.match(String(await unsound([rule('b', { action: 'explosions.*' }, 'forbid')])), /^b,there is no act/);
  assert.match(String(await unsound([rule('c', { team: nobody }, 'forbid')])), /^c,there is no team/);
  assert.match(String(await unsound([rule('d', {}, lost)])), /^d,nobody/);
  const agent = { approve: { by: [{ participant: people.bot }] } };
  assert.match(String(await unsound([rule('e', {}, agent)])), /^e,nobody/, 'agents approve nothing');
  for (const place of [
    { scope: 'team', target: 'NONE' },
    { scope: 'item', target: 'GEN-99999' },
  ])
    assert.equal((await db.operator.refused(updatePolicy, { rules: [], ...place })).refused, 'unknown_reference');
  for (const place of [{ scope: 'team' }, { scope: 'workspace', target: 'GEN' }])
    assert.equal((await db.operator.refused(updatePolicy, { rules: [], ...place })).refused, 'invalid_input');
  assert.equal(
    (await db.operator.refused(updatePolicy, { rules: [{ ...noBugs, id: 'No Slug' }] })).refused,
    'invalid_input',
  );
});

test('rules that contradict themselves or one another are refused by name', async () => {
  const when = { action: 'item.cancel', type: ['a', 'b'] };
  const other = { type: ['b', 'a'], action: ['item.cancel'] };
  assert.deepEqual((await unsound([rule('yes', when, 'allow'), rule('no', other, 'forbid')]))[0], ['yes', 'no']);
  assert.deepEqual((await unsound([noBugs, noBugs]))[0], ['no-bugs']);
  assert.deepEqual((await unsound([rule('two', {}, { approve: { by: ['owner'], count: 2 } })]))[0], ['two']);
  assert.deepEqual((await unsound([rule('human', { actorKind: 'human', autonomy: 'observer' }, 'forbid')]))[0], [
    'human',
  ]);
  const bugs = { scope: 'type', target: 'bug' };
  assert.deepEqual((await unsound([rule('tasks', { type: 'task' }, 'forbid')], bugs))[0], ['tasks']);
});

test('rules that would leave nobody able to change the policy are refused by name', async () => {
  assert.deepEqual(await unsound([rule('shut', { action: 'policy.*' }, 'forbid')]), [
    ['shut'],
    'nobody could change the policy any longer',
  ]);
  assert.deepEqual((await unsound([rule('all', {}, 'forbid')]))[0], ['all']);
  const alone = rule('another-admin', { action: 'policy.update' }, { approve: { by: ['admin'] } });
  assert.deepEqual((await unsound([alone]))[0], ['another-admin'], 'there is only one admin');
});

test('whether somebody may do something is answered with the rules, the reasons and who would approve', async () => {
  const { id } = await readyItem(db.as('Ana'), {
    reversible: false,
    scope: { included: ['It'] },
    criteria: [{ text: 'It is served', check: 'Look' }],
  });
  await claimItem(db.as('bot'), { id });
  const may = (who: string, action: string, item?: string) => db.as('Ben')(mayPolicy, { who, action, item });
  const deliver = await may('bot', 'run.deliver', id);
  assert.deepEqual([deliver['decision'], deliver['standing']], ['approve', 'base: executor may run.report']);
  assert.deepEqual(deliver['approvals'], [
    { rule: 'irreversible-needs-the-owner', count: 1, approvers: [{ id: people.ana, name: 'Ana' }] },
  ]);
  assert.equal((await may('bot', 'run.heartbeat', id))['decision'], 'allow');
  assert.equal((await may('Ana', 'item.cancel', id))['decision'], 'allow');
  const stranger = await may('Ben', 'item.cancel', id);
  assert.deepEqual([stranger['decision'], stranger['standing']], ['forbid', 'allowed to: owner, admin']);
  const refused = await db.operator.refused(mayPolicy, { action: 'item.explode' });
  assert.deepEqual(refused, { refused: 'unknown_reference', field: 'action', operation: 'item.explode' });
  assert.equal(
    (await db.operator.refused(mayPolicy, { who: 'Nobody', action: 'work.claim' })).refused,
    'unknown_reference',
  );
  assert.equal(
    (await db.operator.refused(mayPolicy, { action: 'work.claim', item: 'GEN-99999' })).refused,
    'not_found',
  );
});

test('the brief tells an agent before the work what waits for approval, and what its level bars', async () => {
  const item = await readyItem(db.as('Ana'), { labels: ['external'] });
  const { authority } = await db.as('bot')<{ authority: Record<string, string[]> }>(briefItem, { id: item.id });
  assert.match(
    String(authority['mustAsk']),
    /`run.deliver` waits for approval: The result of this work reaches outside/,
  );
  const claimed = await claimItem(db.as('bot'), item);
  assert.deepEqual(claimed.brief['authority'], authority);
  const own = await db.as('Ana')<{ authority: Record<string, string[]> }>(briefItem, { id: item.id });
  assert(!String(own.authority['mustAsk']).includes('run.deliver'), 'the rule is for agents');
});

test('rules about what is written down count before it exists', async () => {
  const secret = rule('no-secrets', { action: 'item.create', actorKind: 'agent', type: 'secret' }, 'forbid');
  const item = await readyItem(db.operator);
  await update([secret], { scope: 'team', target: 'GEN' });
  assert.equal((await db.as('bot').refused(createItem, { title: 'x', type: 'secret' })).refused, 'forbidden_by_policy');
  await db.as('bot')(createItem, { title: 'x' });
  await update([rule('hands-off', { action: 'work.claim' }, 'forbid')], { scope: 'item', target: item.id });
  assert.equal((await db.as('bot').refused(claimWork, { item: item.id })).refused, 'forbidden_by_policy');
  assert.equal((await db.operator(getParticipant, { id: 'bot' }))['kind'], 'agent');
  await checkWorld(db.database, db.workspace);
});

test('the matrix says what the rules say of every level, deed and risk, and follows them', async () => {
  type Cell = { level: string; deed: string; risk: string; decision: string; rules: { id: string }[]; needs: Answer[] };
  const cells = async (over: object = {}) => (await db.as('Ben')<{ cells: Cell[] }>(policyMatrix, over)).cells;
  const at = (all: Cell[], level: string, deed: string, risk: string) =>
    all.find((one) => one.level === level && one.deed === deed && one.risk === risk);
  const before = await cells();
  assert.equal(before.length, 5 * 6 * 4);
  assert.equal(at(before, 'observer', 'claim', 'low')?.decision, 'forbid');
  assert.equal(at(before, 'recommender', 'create', 'low')?.decision, 'allow');
  assert.deepEqual(at(before, 'approver-gated', 'deliver', 'low')?.needs, [
    { rule: 'gated-agents-need-the-owner', by: ['owner'], count: 1 },
  ]);
  assert.equal(at(before, 'reporting', 'deliver', 'high')?.decision, 'allow');
  assert.equal(at(before, 'reporting', 'deliver', 'critical')?.decision, 'approve');
  for (const deed of ['deliver_irreversible', 'deliver_external'])
    assert.equal(at(before, 'autonomous', deed, 'low')?.decision, 'approve');

  await update([noBugs]);
  assert.equal(at(await cells({ type: 'bug' }), 'reporting', 'claim', 'low')?.decision, 'forbid');
  assert.equal(at(await cells({ type: 'task' }), 'reporting', 'claim', 'low')?.decision, 'allow');
  const refused = await db.operator.refused(policyMatrix, { team: 'NOPE' });
  assert.equal(refused.refused, 'unknown_reference');
});

test('every place that has rules of its own is listed by what people call it', async () => {
  await update([]);
  const item = await readyItem(db.operator);
  const target = { scope: 'item', target: item.key };
  await update([noBugs], target);
  await update([noBugs], { scope: 'team', target: 'GEN' });
  await update([noBugs], { scope: 'type', target: 'bug' });
  const { items } = await db.as('Ben')<{ items: Answer[] }>(policyPlaces);
  const places = items.map(({ scope, label, rules }) => [scope, label, (rules as unknown[]).length]);
  for (const place of [
    ['team', 'General', 1],
    ['type', 'bug', 1],
    ['item', item.key, 1],
  ])
    assert(
      places.some((one) => JSON.stringify(one) === JSON.stringify(place)),
      JSON.stringify([places, place]),
    );
});
