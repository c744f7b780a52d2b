import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, abilitiesOf, abilitiesOn, usableWhen } from './abilities.ts';
import type { Actor, Facts } from './authority.ts';
import { states } from './work-item.ts';

const person = (id: string, over: Partial<Actor> = {}): Actor => ({
  id,
  kind: 'human',
  role: 'member',
  status: 'active',
  sponsor: null,
  ...over,
});
const asked: Asked[] = [
  { name: 'item.triage', action: 'item.triage' },
  { name: 'item.update', action: 'item.revise' },
  { name: 'item.commit', action: 'item.commit' },
  { name: 'item.comment', action: 'item.comment' },
  { name: 'item.reopen', action: 'item.reopen' },
  { name: 'work.claim', action: 'work.claim' },
  { name: 'run.deliver', action: 'run.report' },
  { name: 'run.stop', action: 'run.stop' },
  { name: 'item.take_over', action: 'item.take_over' },
  { name: 'team.create', action: 'team.create' },
];
const ana = person('ana');
const bot = person('bot', { kind: 'agent', sponsor: 'ben' });
const facts: Facts = { owner: 'ana', executor: 'bot', executorSponsor: 'ben', teamLead: 'lea' };

const can = (actor: Actor, state: (typeof states)[number], intake = false) =>
  abilitiesOn(asked, { actor, item: { state, intake }, facts });

test('the owner commits drafts, stops what runs and reopens what is done', () => {
  assert.deepEqual(can(ana, 'draft'), ['item.update', 'item.commit', 'item.comment']);
  assert.deepEqual(can(ana, 'ready'), ['item.update', 'item.comment', 'work.claim']);
  assert.deepEqual(can(ana, 'active'), ['item.update', 'item.comment', 'run.stop', 'item.take_over']);
  assert.deepEqual(can(ana, 'done'), ['item.comment', 'item.reopen']);
  assert.deepEqual(can(ana, 'cancelled'), ['item.comment']);
});

test('only the executor writes to the live run; their sponsor and the lead of the team may stop it', () => {
  assert.deepEqual(can(bot, 'active'), ['item.comment', 'run.deliver']);
  assert.deepEqual(can(bot, 'review'), ['item.comment']);
  for (const one of ['ben', 'lea']) assert(can(person(one), 'active').includes('run.stop'), one);
  assert(!can(person('eve'), 'active').includes('run.stop'));
});

test('what waits to be triaged is triaged, other drafts are not', () => {
  assert(can(ana, 'draft', true).includes('item.triage'));
  assert(!can(ana, 'draft').includes('item.triage'));
  assert(!can(person('eve'), 'draft', true).includes('item.triage'));
});

test('nobody takes over what they do already', () => {
  const standing = { actor: ana, item: { state: 'active', intake: false } as const };
  const own = abilitiesOn(asked, { ...standing, facts: { owner: 'ana', executor: 'ana' } });
  assert(own.includes('run.deliver') && !own.includes('item.take_over'));
});

test('a guest only reads what nobody shared further; whoever is paused may do nothing', () => {
  assert.deepEqual(can(person('gus', { role: 'guest' }), 'ready'), []);
  assert.deepEqual(can(person('ana', { status: 'paused' }), 'draft'), []);
});

test('a stopped agent reads on, and may at most hear that its run has ended', () => {
  const since = { id: 's', by: { id: 'ben', name: 'Ben' }, reason: 'No.', since: 0, covers: 'agent' as const };
  const halted = { ...bot, stopped: since };
  assert.deepEqual(can(halted, 'ready'), []);
  assert.deepEqual(can(halted, 'active'), ['run.deliver']);
  const reading: Asked = { name: 'item.get', action: 'workspace.read', kind: 'query' };
  assert.deepEqual(abilitiesOf([reading, ...asked], halted), ['item.get', 'run.deliver']);
});

test('what somebody may do at all is what they could with the best standing that one of their kind can have', () => {
  assert.deepEqual(
    abilitiesOf(asked, ana),
    asked.map(({ name }) => name).filter((name) => name !== 'team.create'),
  );
  assert.deepEqual(abilitiesOf(asked, bot), ['item.update', 'item.comment', 'work.claim', 'run.deliver']);
  assert(abilitiesOf(asked, person('root', { role: 'admin' })).includes('team.create'));
});

test('whatever is usable now is usable at all', () => {
  for (const state of states)
    for (const actor of [ana, bot, person('gus', { role: 'guest' }), person('root', { role: 'admin' })])
      for (const name of can(actor, state, true)) assert(abilitiesOf(asked, actor).includes(name), `${name} ${state}`);
  assert(Object.values(usableWhen).every(({ states: some }) => some.length > 0));
});
