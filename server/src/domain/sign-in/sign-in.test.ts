import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyGroups, firstRole, mapGroups, nothingGiven } from './map-groups.ts';
import type { Mapping, Role } from './provider.ts';
import { type Facts, recognise } from './recognise.ts';

const ROLES: readonly Role[] = ['guest', 'member', 'admin'];
const TEAMS = ['a', 'b', 'c', 'd'];
const GROUPS = ['devs', 'ops', 'bosses'];

const role = fc.constantFrom(...ROLES);
const teams = fc.subarray(TEAMS);
const groups = fc.subarray(GROUPS);
const mapping: fc.Arbitrary<Mapping> = fc.record({
  group: fc.constantFrom(...GROUPS),
  role: fc.option(role),
  teams,
});
const mappings = fc.array(mapping, { maxLength: 6 });
const rank = (one: Role) => ROLES.indexOf(one);
const sorted = (some: readonly string[]) => [...some].sort();

test('the highest mapped role wins, and a mapping gives no role that it does not name', () => {
  fc.assert(
    fc.property(mappings, groups, (all, mine) => {
      const mapped = mapGroups(all, mine);
      const named = all.filter(({ group }) => mine.includes(group)).flatMap((one) => one.role ?? []);
      assert.equal(mapped.role, named.toSorted((x, y) => rank(y) - rank(x))[0] ?? null);
    }),
  );
});

test('through any sign-ins, what was given by hand stays, and what groups gave is there exactly while they do', () => {
  const signIn = fc.record({ mappings, groups });
  fc.assert(
    fc.property(role, teams, fc.array(signIn, { minLength: 1 }), (byHand, handTeams, times) => {
      let standing = { role: byHand, teams: handTeams };
      let given = nothingGiven;
      for (const { mappings: all, groups: mine } of times) {
        const mapped = mapGroups(all, mine);
        const applied = applyGroups(standing, { given, mapped });
        assert.equal(rank(applied.role), Math.max(rank(byHand), rank(mapped.role ?? 'guest')));
        assert.deepEqual(sorted(applied.teams), sorted([...new Set([...handTeams, ...mapped.teams])]));
        assert.deepEqual(
          sorted(applied.teams),
          sorted([...standing.teams.filter((team) => !applied.left.includes(team)), ...applied.joined]),
        );
        standing = applied;
        ({ given } = applied);
      }
    }),
  );
});

test('nobody becomes an admin at a sign-in unless a mapping of one of their groups says so', () => {
  const given = fc.record({ role: fc.option(role), ownRole: fc.option(role), teams });
  fc.assert(
    fc.property(
      fc.constantFrom<Role>('guest', 'member'),
      teams,
      given,
      mappings,
      groups,
      (was, had, before, all, mine) => {
        const mapped = mapGroups(all, mine);
        const { role: now } = applyGroups({ role: was, teams: had }, { given: before, mapped });
        const said = all.some((one) => one.role === 'admin' && mine.includes(one.group));
        // A role that was lowered by hand below what was recorded is by hand; only records of a raise are ever written.
        if (before.role === null || before.ownRole === null || rank(before.ownRole) < rank(before.role))
          assert(now !== 'admin' || said);
      },
    ),
  );
});

test('a role that an admin changed by hand since is by hand, and the last admin stays one', () => {
  const raised = applyGroups(
    { role: 'guest', teams: [] },
    { given: nothingGiven, mapped: { role: 'member', teams: [] } },
  );
  assert.deepEqual(raised.given, { role: 'member', ownRole: 'guest', teams: [] });
  const changed = applyGroups({ role: 'admin', teams: [] }, { given: raised.given, mapped: { role: null, teams: [] } });
  assert.equal(changed.role, 'admin');

  const admin = applyGroups(
    { role: 'member', teams: [] },
    { given: nothingGiven, mapped: { role: 'admin', teams: [] } },
  );
  const gone = { given: admin.given, mapped: { role: null, teams: [] } };
  assert.equal(applyGroups(admin, gone).role, 'member');
  const last = applyGroups(admin, { ...gone, keepsRole: true });
  assert.deepEqual([last.role, last.given], ['admin', admin.given]);
});

test('somebody new is a member, or a guest where groups decide about roles', () => {
  assert.equal(firstRole([]), 'member');
  assert.equal(firstRole([{ group: 'devs', role: null, teams: ['a'] }]), 'member');
  assert.equal(firstRole([{ group: 'devs', role: 'member', teams: [] }]), 'guest');
});

const usual: Facts = {
  provider: { createPeople: false, emailDomains: [] },
  claims: { email: 'ana@example.com', emailVerified: true },
  known: null,
  holder: null,
};
const active = { id: 'ana', kind: 'human', status: 'active' } as const;
const outcome = (facts: Partial<Facts>) => {
  const { as, ...more } = recognise({ ...usual, ...facts });
  return Object.values(more)[0] ?? as;
};

test('a person is known by the provider’s own name for them first, then by a verified address, else created or refused', () => {
  const unverified = { email: 'ana@example.com', emailVerified: false };
  const creates = { createPeople: true, emailDomains: [] };
  const holder = { ...active, elsewhere: false };
  assert.equal(outcome({ known: active, holder: { ...holder, id: 'ben' } }), 'ana');
  assert.equal(outcome({ known: active, claims: unverified }), 'ana');
  assert.equal(outcome({ holder }), 'ana');
  assert.equal(outcome({ holder, claims: unverified }), 'email_unverified');
  assert.equal(outcome({ holder, claims: unverified, provider: creates }), 'email_unverified');
  assert.equal(outcome({ holder: { ...holder, elsewhere: true }, provider: creates }), 'email_taken');
  assert.equal(outcome({ holder: { ...holder, kind: 'agent' }, provider: creates }), 'email_taken');
  assert.equal(outcome({}), 'not_invited');
  assert.equal(outcome({ provider: creates }), 'new');
  assert.equal(outcome({ provider: creates, claims: { email: null, emailVerified: false } }), 'new');
});

test('whoever is paused or retired, an agent or a system never gets in', () => {
  for (const status of ['paused', 'retired'] as const) {
    assert.equal(outcome({ known: { ...active, status } }), 'not_active');
    assert.equal(outcome({ holder: { ...active, status, elsewhere: false } }), 'not_active');
  }
  for (const kind of ['agent', 'system'] as const) assert.equal(outcome({ known: { ...active, kind } }), 'not_active');
});

test('a bound on e-mail domains lets in verified addresses of exactly these', () => {
  const provider = { createPeople: true, emailDomains: ['Example.com'] };
  const of = (email: string | null, emailVerified = true) => outcome({ provider, claims: { email, emailVerified } });
  assert.equal(of('ana@example.com'), 'new');
  assert.equal(of('ana@EXAMPLE.com'), 'new');
  assert.equal(of('ana@sub.example.com'), 'wrong_domain');
  assert.equal(of('ana@example.com@evil.example'), 'wrong_domain');
  assert.equal(of('example.com@evil.example'), 'wrong_domain');
  assert.equal(of(null, true), 'wrong_domain');
  assert.equal(of('ana@example.com', false), 'email_unverified');
});
