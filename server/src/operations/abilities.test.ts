import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Claim, type Item, addPeople, claimItem, deliverClaim, readyItem } from '../../test/world.ts';
import { usableWhen } from '../domain/abilities.ts';
import { isRefusal } from '../domain/refusals.ts';
import { states } from '../domain/work-item.ts';
import type { Operation } from './define.ts';
import cancelItem from './item/cancel.ts';
import createItem from './item/create.ts';
import getItem from './item/get.ts';
import me from './participant/me.ts';
import { operations } from './registry.ts';
import listRequests from './request/list.ts';
import shareItem from './item/share.ts';
import respond from './request/respond.ts';

/** Whether somebody must say which item, or which run, a command is about. */
const namesWork = ({ kind, internal, http, input }: Operation) =>
  kind === 'command' &&
  !internal &&
  (/^\w+ \/v1\/(items|runs)\/\{id\}/.test(http) || 'item' in input.shape || 'run' in input.shape);

test('the table of abilities knows every command on an item or a run, and nothing else', () => {
  assert.deepEqual(
    operations
      .filter(namesWork)
      .map(({ name }) => name)
      .sort(),
    Object.keys(usableWhen).sort(),
    'say in domain/abilities.ts in which states a new one is usable',
  );
});

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await addPeople(db);
});

/** A guest sees what was shared with them. */
const abilities = async (who: string, { id }: { id: string }) => {
  if (who === 'Gus') await db.operator(shareItem, { id, with: 'Gus', may: 'comment' });
  return (await db.as(who)<Item & { abilities: string[] }>(getItem, { id })).abilities;
};

async function has(who: string, item: { id: string }, wanted: Record<string, boolean>): Promise<void> {
  const all = await abilities(who, item);
  for (const [name, may] of Object.entries(wanted)) assert.equal(all.includes(name), may, `${who}: ${name}`);
}

test('an item tells each reader what they may do with it, from draft to done', async () => {
  const draft = await db.as('Ana')<Item>(createItem, { title: 'Renew the certificate' });
  await has('Ana', draft, { 'item.commit': true, 'item.update': true, 'work.claim': false, 'run.stop': false });
  await has('Ben', draft, { 'item.commit': false, 'item.update': false, 'item.comment': true });

  const item = await readyItem(db.as('Ana'));
  await has('Ana', item, { 'item.commit': false, 'item.withdraw': true, 'work.claim': true, 'run.release': false });
  await has('bot', item, { 'work.claim': true, 'item.withdraw': false, 'item.cancel': false });
  await has('Gus', item, { 'work.claim': false, 'item.comment': true, 'request.create': false });

  const claim: Claim = await claimItem(db.as('bot'), item);
  await has('bot', item, { 'run.deliver': true, 'run.report': true, 'run.release': true, 'work.claim': false });
  await has('bat', item, { 'run.deliver': false, 'run.release': false });
  await has('Ana', item, { 'run.deliver': false, 'run.release': true, 'item.cancel': true, 'item.reopen': false });

  await deliverClaim(db.as('bot'), claim);
  await has('bot', item, { 'run.deliver': false, 'run.release': false });
  await has('Ana', item, { 'item.cancel': true, 'item.reopen': false, 'run.release': false });
});

test('whoever they are, they learn what they may do at all', async () => {
  const all = async (who: string) => (await db.as(who)<Answer & { abilities: string[] }>(me)).abilities;
  const [operator, ana, bot, gus] = await Promise.all(['Operator', 'Ana', 'bot', 'Gus'].map(all));
  const doors = operations.filter(({ internal }) => !internal).map(({ name }) => name);
  assert.deepEqual(operator, doors, 'an admin may do everything');
  assert(ana?.includes('item.commit') && ana.includes('participant.create') && !ana.includes('participant.invite'));
  assert(bot?.includes('work.claim') && bot.includes('run.deliver') && !bot.includes('item.commit'));
  assert(gus?.includes('item.get') && !gus.includes('item.create') && !gus.includes('work.claim'));
});

/** What each is called with, where that is more than the item's id or the run's. */
const said: Record<string, object> = {
  'item.triage': { as: 'accept' },
  'item.update': { priority: 2 },
  'item.assign': { assignee: null },
  'item.move': { parent: null },
  'item.comment': { text: 'Noted.' },
  'check.report': { name: 'build', conclusion: 'passed' },
  'item.share': { with: 'Gus' },
  'item.unshare': { participant: 'Gus' },
  'item.reopen': { reason: 'Not so.' },
  'item.take_over': { reason: 'It is mine.' },
  'request.create': { kind: 'question', text: 'Which?', to: 'Operator' },
  'run.report': { activity: 'Working' },
  'run.deliver': { summary: 'Done.', evidence: [{ criterion: 'c1', text: 'seen' }] },
  'run.fail': { reason: 'Could not.' },
  'run.stop': { reason: 'No longer.' },
  'run.use_tool': { title: 'Write it', tool: 'edit', call: '1' },
  'run.message': { text: 'Mind the gap.' },
};

type Where = { item: Item; run: { id: string; fence: number } };

/** An item of Ana's, brought into a state; the agent bot does the work. */
async function bring(state: Item['state'] | 'intake'): Promise<Where> {
  const nobody = { id: '0197a000-0000-7000-8000-00000000dead', fence: 0 };
  if (state === 'draft' || state === 'intake') {
    const input = { title: 'Draft', outcome: 'True.', criteria: [{ text: 'One' }], priority: 1 };
    return { item: await db.as('Ana')<Item>(createItem, { ...input, intake: state === 'intake' }), run: nobody };
  }
  const item = await readyItem(db.as('Ana'));
  if (state === 'ready') return { item, run: nobody };
  if (state === 'cancelled') return { item: await db.as('Ana')<Item>(cancelItem, { id: item.id }), run: nobody };
  const claim = await claimItem(db.as('bot'), item);
  if (state === 'active') return { item, run: claim.run };
  await deliverClaim(db.as('bot'), claim);
  const { items } = await db.operator<{ items: Answer[] }>(listRequests, { item: item.id, kind: 'review' });
  const verdicts = [{ criterion: 'c1', verdict: 'pass' }];
  if (state === 'done') await db.operator(respond, { id: items[0]?.id, verdicts });
  return { item, run: claim.run };
}

const blockedBy = async () => ({ blockedBy: [(await db.as('Ana')<Item>(createItem, { title: 'Before' })).key] });

async function attempt(who: string, operation: Operation, { item, run }: Where): Promise<string | null> {
  const { shape } = operation.input;
  if (who === 'Gus') await db.operator(shareItem, { id: item.id, with: 'Gus', may: 'comment' });
  const input = {
    ...('item' in shape ? { item: item.id } : { id: operation.name.startsWith('run.') ? run.id : item.id }),
    ...('fence' in shape && operation.name !== 'run.release' && { fence: run.fence }),
    ...('blockedBy' in shape && (await blockedBy())),
    ...('blocker' in shape && { blocker: 'NONE-1' }),
    ...said[operation.name],
  };
  const release = operation.name === 'run.release' && who === 'bot' ? { fence: run.fence } : {};
  const outcome = await db.as(who).outcome(operation, { ...input, ...release });
  return isRefusal(outcome) ? outcome.refused : null;
}

for (const state of ['intake', ...states] as const) {
  test(`what is said to be usable is, and nothing else: ${state}`, async () => {
    const named = operations.filter(({ name }) => name in usableWhen);
    const kept = await bring(state);
    for (const who of ['Ana', 'Ben', 'bot', 'bat', 'Gus', 'Operator']) {
      const able = await abilities(who, kept.item);
      for (const operation of named) {
        const is = able.includes(operation.name);
        const refused = await attempt(who, operation, is ? await bring(state) : kept);
        const told = `${operation.name} of ${state} work by ${who}: ${refused ?? 'done'}`;
        // There is no such dependency to remove: that is no question of who may.
        if (is)
          assert(refused === null || operation.name === 'item.undepend' || operation.name === 'item.unshare', told);
        else assert(refused !== null && refused !== 'invalid_input', told);
      }
    }
  });
}
