import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Action, type Actor, type Facts, authorise, basePolicy } from './authority.ts';
import { someWork } from './policy/testing/cases.ts';
import { isRefusal } from './refusals.ts';
import type { May } from './share.ts';

const person: Actor = { id: 'ana', kind: 'human', role: 'member', status: 'active', sponsor: null };
const agent: Actor = { id: 'bot', kind: 'agent', role: 'member', status: 'active', sponsor: 'ana' };
const actions = Object.keys(basePolicy) as Action[];
const may = (actor: Actor, action: Action, facts: Facts = {}) => !isRefusal(authorise(actor, action, facts));

test('whoever is paused or has retired may do nothing at all', () => {
  for (const status of ['paused', 'retired'] as const) {
    for (const action of actions)
      assert.equal(
        (authorise({ ...person, role: 'admin', status }, action) as { refused?: string }).refused,
        'not_active',
        action,
      );
  }
});

test('an agent of somebody who may do nothing, or is only a guest, may do nothing either', () => {
  const behind = { id: 'ana', name: 'Ana', status: 'active' as const, role: 'member' };
  for (const action of actions) {
    for (const away of [{ status: 'paused' as const }, { status: 'retired' as const }, { role: 'guest' }])
      assert(!may({ ...agent, behind: { ...behind, ...away } }, action), action);
    assert.equal(may({ ...agent, behind }, action), may(agent, action), action);
  }
});

test('what an agent may by its standing, a person of the same standing may as well; only to ask for budget is its own', () => {
  const id = fc.constantFrom('bot', 'ana', null);
  const facts: fc.Arbitrary<Facts> = fc.record({
    owner: id,
    creator: id,
    executor: id,
    executorSponsor: id,
    teamLead: id,
    subject: id,
    subjectSponsor: id,
    addressed: fc.boolean(),
    memberOfTeam: fc.boolean(),
  });
  const property = fc.property(facts, fc.constantFrom(...actions), (known, action) => {
    const asPerson: Actor = { ...agent, kind: 'human' };
    if (action !== 'budget.increase') assert(!may(agent, action, known) || may(asPerson, action, known), action);
  });
  fc.assert(property, { numRuns: 3_000 });
});

test('an agent that is nothing but a member may read, write drafts, ask, keep artifacts, save views and claim', () => {
  const allowed = actions.filter((action) => may(agent, action));
  assert.deepEqual(allowed, [
    'workspace.read',
    'session.create',
    'session.end',
    'setup.complete',
    'sign_in.read',
    'sign_in.complete',
    'password.reset',
    'item.create',
    'item.comment',
    'artifact.create',
    'work.claim',
    'request.create',
    'view.create',
    'policy.read',
    'ledger.read',
  ]);
});

test('no agent commits, accepts, cancels or reopens work, whatever it has done with it', () => {
  const facts: Facts = { creator: 'bot', executor: 'bot', addressed: true, subject: 'bot', owner: 'ana' };
  for (const action of [
    'item.commit',
    'item.cancel',
    'item.reopen',
    'item.assign',
    'item.withdraw',
    'request.verify',
    'participant.update',
    'participant.create',
    'team.update',
    'token.create',
    'item.import',
    'stop.create',
    'stop.lift',
    'participant.retire',
  ] as const) {
    assert(!may(agent, action, facts), action);
  }
});

test('a guest reads and signs in and out, and may do no more than was shared with them', () => {
  assert.deepEqual(
    actions.filter((action) => may({ ...person, role: 'guest' }, action)),
    actions.filter((action) => basePolicy[action].some((standing) => standing === 'anyone')),
  );
  const guest = (share: May): Actor => ({ ...person, role: 'guest', shares: { 'item-1': share } });
  const on = (id: string): Facts => ({ work: { ...someWork, id } });
  for (const action of ['item.comment', 'work.claim', 'request.create'] as const) {
    assert(!may(guest('view'), action, on('item-1')), action);
    assert.equal(may(guest('comment'), action, on('item-1')), action === 'item.comment', action);
    assert(may(guest('work'), action, on('item-1')), action);
    assert(!may(guest('work'), action, on('item-2')), action);
  }
});

test('each standing gives the right that names it, and the rule says so', () => {
  const cases: [Action, Facts, string][] = [
    ['item.commit', { owner: 'ana' }, 'base: owner may item.commit'],
    ['item.revise', { creator: 'ana' }, 'base: creator may item.revise'],
    ['run.report', { executor: 'ana' }, 'base: executor may run.report'],
    ['run.release', { executorSponsor: 'ana' }, 'base: sponsor of the executor may run.release'],
    ['item.assign', { teamLead: 'ana' }, 'base: team lead may item.assign'],
    ['request.respond', { addressed: true }, 'base: addressee may request.respond'],
    ['request.verify', { addressed: true }, 'base: addressed human may request.verify'],
    ['participant.update', { subjectSponsor: 'ana' }, 'base: sponsor may participant.update'],
    ['token.revoke', { subject: 'ana' }, 'base: self may token.revoke'],
  ];
  for (const [action, facts, rule] of cases) {
    assert.deepEqual(authorise(person, action, facts), { rule });
    assert(!may(person, action, {}), `${action} without it`);
  }
});

test('what nobody is known to be gives no right to somebody without an id that fits', () => {
  for (const action of ['item.commit', 'run.report', 'run.release'] as const)
    assert(!may(person, action, { owner: null, executor: null, executorSponsor: null }), action);
});

test('whoever is refused learns who could', () => {
  assert.deepEqual(authorise(person, 'team.create'), {
    refused: 'forbidden',
    action: 'team.create',
    allowed: ['admin'],
  });
});

test('only Coact itself does what jobs do', () => {
  for (const actor of [
    { ...person, role: 'admin' as const },
    { ...agent, role: 'admin' as const },
    { ...agent, kind: 'system' as const },
  ])
    assert(!may(actor, 'job.run'));
  assert(may({ ...agent, kind: 'system', role: 'admin' }, 'job.run'));
});
