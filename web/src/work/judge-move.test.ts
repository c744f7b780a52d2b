import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemSummary } from 'coact';
import fc from 'fast-check';
import { groupItems, valueIn } from './group.ts';
import { judgeMove, type Move, type MoveFacts } from './judge-move.ts';
import { type Group, groups } from './look.ts';
import { exampleFacts, exampleItem } from './testing/example-item.ts';

const { people, teams } = exampleFacts();
const member: MoveFacts = { me: { id: 'ana', role: 'member' }, people, teams };

const judge = (said: Partial<ItemSummary>, group: Group, to: string, facts = member): Move =>
  judgeMove({ item: exampleItem(said), group, to, facts });
const why = (move: Move) => ('why' in move ? move.why.is : move.does);

test('an owner commits a draft and takes ready work back; others are told whose it is', () => {
  assert.equal(why(judge({ state: 'draft' }, 'state', 'ready')), 'commit');
  assert.equal(why(judge({ state: 'ready' }, 'state', 'draft')), 'withdraw');
  assert.deepEqual(judge({ state: 'draft', owner: 'ben' }, 'state', 'ready'), {
    why: { is: 'not yours', who: 'ben' },
  });
  const admin: MoveFacts = { ...member, me: { id: 'ana', role: 'admin' } };
  assert.equal(why(judge({ state: 'draft', owner: 'ben' }, 'state', 'ready', admin)), 'commit');
});

test('moving ready work into work starts it by my own hand, unless it is meant for somebody else', () => {
  assert.equal(why(judge({}, 'state', 'active')), 'claim');
  assert.equal(why(judge({ assignee: 'ana' }, 'state', 'active')), 'claim');
  assert.equal(why(judge({ assignee: 'ben' }, 'state', 'active')), 'held');
});

test('nobody pulls work out of the hands of whoever does it; I may give back my own', () => {
  assert.equal(why(judge({ state: 'active', executor: 'bot' }, 'state', 'ready')), 'somebody works');
  assert.equal(why(judge({ state: 'active', executor: 'ana' }, 'state', 'ready')), 'release');
  assert.equal(why(judge({ state: 'active', executor: 'bot' }, 'state', 'draft')), 'release first');
});

test('nothing is delivered, verified, cancelled or taken up again by moving it', () => {
  assert.equal(why(judge({ state: 'active', executor: 'bot' }, 'state', 'review')), 'only by delivery');
  assert.equal(why(judge({ state: 'review' }, 'state', 'done')), 'only by verdict');
  assert.equal(why(judge({ state: 'review' }, 'state', 'active')), 'return by verdict');
  assert.equal(why(judge({}, 'state', 'cancelled')), 'cancel from menu');
  assert.equal(why(judge({ state: 'done' }, 'state', 'ready')), 'reopen with reason');
});

test('owners are people; agents can be asked, but not while somebody else does it', () => {
  assert.equal(why(judge({}, 'owner', 'bot')), 'owners are people');
  assert.deepEqual(judge({}, 'owner', 'ben'), { does: 'update', patch: { owner: 'ben' } });
  assert.deepEqual(judge({}, 'executor', 'bot'), { does: 'assign', assignee: 'bot' });
  assert.deepEqual(judge({ assignee: 'bot' }, 'executor', ''), { does: 'assign', assignee: null });
  assert.equal(why(judge({ state: 'active', executor: 'bot' }, 'executor', 'ben')), 'being done');
});

test('only what is in the intake goes to another team', () => {
  assert.equal(why(judge({}, 'team', 'law')), 'team stays');
  assert.deepEqual(judge({ intake: true, state: 'draft' }, 'team', 'law'), { does: 'triage', team: 'law' });
});

const item = fc.record({
  state: fc.constantFrom<ItemSummary['state']>('draft', 'ready', 'active', 'review', 'done', 'cancelled'),
  owner: fc.constantFrom('ana', 'ben'),
  executor: fc.constantFrom(null, 'bot', 'ana'),
  assignee: fc.constantFrom(null, 'ben'),
  priority: fc.constantFrom(null, 0, 3),
  risk: fc.constantFrom('low' as const, 'critical' as const),
  team: fc.constantFrom('ops', 'law'),
  serves: fc.constantFrom(null, 'trust'),
});

test('every item stands in exactly one lane of every grouping, and moving it to where it stands does nothing', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.constantFrom(...groups), (some, group) => {
      const rows = some.map((said, index) => exampleItem({ ...said, id: String(index) }));
      const lanes = groupItems(rows, group, exampleFacts(), true);
      const placed = lanes.flatMap(({ value, items }) => items.map((row) => [row.id, value]));
      assert.equal(placed.length, rows.length);
      assert.equal(new Set(placed.map(([id]) => id)).size, rows.length);
      for (const row of rows) {
        const isEnded = row.state === 'done' || row.state === 'cancelled';
        if (isEnded && group !== 'state' && group !== 'none') continue;
        assert.deepEqual(judge(row, group, valueIn(group, row)), { does: 'nothing' });
      }
    }),
  );
});
