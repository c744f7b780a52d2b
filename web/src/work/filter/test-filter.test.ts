import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemSummary, Request } from 'coact';
import { exampleFacts, exampleItem } from '../testing/example-item.ts';
import type { Facts } from './facts.ts';
import { isTrouble, parseFilter } from './parse.ts';
import { testFilter, wantsEnded } from './test-filter.ts';

function lets(typed: string, said: Partial<ItemSummary>, facts: Partial<Facts> = {}): boolean {
  const filter = parseFilter(typed);
  assert(!isTrouble(filter), typed);
  return testFilter(filter, exampleFacts(facts))(exampleItem(said));
}

/** Each filter with what it lets through, and what it does not. */
const examples: [string, Partial<ItemSummary>[], Partial<ItemSummary>[]][] = [
  ['certificates', [{}, { title: 'CERTIFICATES!' }], [{ title: 'Something else' }]],
  ['ops-1 ana', [{}], [{ owner: 'ben' }]],
  ['"rotate the"', [{}], [{ title: 'The rotation' }]],
  ['owner:me', [{}], [{ owner: 'ben' }]],
  ['owner:ito', [{ owner: 'ben' }], [{}]],
  ['executor:agent', [{ executor: 'bot' }], [{ executor: 'ben' }, {}]],
  ['executor:person', [{ executor: 'ben' }], [{ executor: 'bot' }, {}]],
  ['executor:none', [{}], [{ executor: 'bot' }]],
  ['executor:cert-bot', [{ executor: 'bot' }], [{ executor: 'ben' }]],
  ['state:review', [{ state: 'review' }], [{}]],
  ['risk:>=high', [{ risk: 'high' }, { risk: 'critical' }], [{}]],
  ['risk:<high', [{}, { risk: 'low' }], [{ risk: 'high' }]],
  ['priority:<=1', [{ priority: 0 }, { priority: 1 }], [{ priority: 2 }, {}]],
  ['priority:>=high', [{ priority: 0 }, { priority: 1 }], [{ priority: 2 }, {}]],
  ['priority:none', [{}], [{ priority: 2 }]],
  ['is:waiting', [{ waiting: true }], [{}, { waiting: true, state: 'cancelled' }]],
  ['is:blocked', [{ blocked: true }], [{}]],
  ['is:overdue', [{ overdue: true }, { due: '2026-11-24T11:00:00.000Z' }], [{ due: '2026-11-25T00:00:00.000Z' }]],
  ['is:ready', [{}], [{ blocked: true }, { waiting: true }, { start: '2026-12-01T00:00:00.000Z' }, { state: 'draft' }]],
  ['is:intake', [{ intake: true }], [{}]],
  ['is:ended', [{ state: 'done' }], [{}]],
  ['team:ops', [{}, { team: 'web' }], [{ team: 'law' }]],
  ['team:mine', [{ team: 'web' }], [{ team: 'ops' }]],
  ['type:Bug', [{ type: 'bug' }], [{}]],
  ['label:tls', [{ labels: ['a', 'TLS'] }], [{ labels: ['tls-2'] }]],
  ['skill:dns', [{ skills: ['dns'] }], [{}]],
  [
    'due:<7d',
    [{ due: '2026-11-30T00:00:00.000Z' }, { due: '2026-10-01T00:00:00.000Z' }],
    [{ due: '2026-12-24T00:00:00.000Z' }, {}],
  ],
  ['due:none', [{}], [{ due: '2026-11-30T00:00:00.000Z' }]],
  ['age:>3d', [{}], [{ createdAt: '2026-11-23T00:00:00.000Z' }]],
  ['serves:trust', [{ serves: 'trust' }, { serves: 'tls' }], [{}]],
  ['-owner:me', [{ owner: 'ben' }], [{}]],
  ['owner:ben or risk:high', [{ owner: 'ben' }, { risk: 'high' }], [{}]],
];

for (const [typed, passing, failing] of examples) {
  test(`${typed} lets the right work through`, () => {
    for (const said of passing) assert(lets(typed, said), `${typed} does not let ${JSON.stringify(said)} through`);
    for (const said of failing) assert(!lets(typed, said), `${typed} lets ${JSON.stringify(said)} through`);
  });
}

test('what waits for my answer is mine, whoever owns it', () => {
  const request = { to: { participant: 'ana' }, body: {} } as unknown as Request;
  assert(lets('is:mine', { owner: 'ben' }, { asked: new Map([['item', [request]]]) }));
  assert(!lets('is:mine', { owner: 'ben' }));
});

test('an agent that has said nothing for half an hour is stalled; a person is not watched like that', () => {
  const run = {
    id: 'run',
    executor: 'bot',
    startedAt: '2026-11-24T10:00:00.000Z',
    reportedAt: null,
    progress: null,
    activity: null,
  };
  const live = { ...run, leaseExpiresAt: null, usage: { tokens: 0, cost: 0, minutes: 0 } };
  assert(lets('is:stalled', { state: 'active', executor: 'bot', run: live }));
  assert(!lets('is:stalled', { state: 'active', executor: 'ben', run: live }));
  assert(
    !lets('is:stalled', { state: 'active', executor: 'bot', run: { ...live, reportedAt: '2026-11-24T11:50:00.000Z' } }),
  );
});

test('parts are found by the key of the larger work', () => {
  const items = new Map([['big', exampleItem({ id: 'big', key: 'OPS-9' })]]);
  assert(lets('parent:ops-9', { parent: 'big' }, { items }));
  assert(!lets('parent:ops-9', {}, { items }));
});

test('ended work is meant only where the filter names it', () => {
  const wants = (typed: string) => {
    const filter = parseFilter(typed);
    return !isTrouble(filter) && wantsEnded(filter);
  };
  assert.deepEqual(['is:ended', 'x or state:done', 'is:open', '-is:ended', ''].map(wants), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

const atom = fc.constantFrom('owner:me', 'risk:>=high', 'is:blocked', 'certificates', 'priority:none', 'team:law');
const row = fc.record({
  owner: fc.constantFrom('ana', 'ben'),
  risk: fc.constantFrom('low' as const, 'high' as const),
  blocked: fc.boolean(),
  title: fc.constantFrom('certificates', 'else'),
  priority: fc.constantFrom(null, 1),
  team: fc.constantFrom('ops', 'law'),
});

test('a minus lets through exactly what it stands before does not, and or and both mean what they say', () => {
  fc.assert(
    fc.property(atom, atom, row, (a, b, said) => {
      assert.equal(lets(`-${a}`, said), !lets(a, said));
      assert.equal(lets(`${a} ${b}`, said), lets(a, said) && lets(b, said));
      assert.equal(lets(`${a} or ${b}`, said), lets(a, said) || lets(b, said));
      assert.equal(lets(`-(${a} or ${b})`, said), lets(`-${a} -${b}`, said));
    }),
  );
});
