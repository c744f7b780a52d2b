import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { View } from 'coact';
import fc from 'fast-check';
import { groups, layouts, type Look, queryOf, readLook, viewsOf } from './look.ts';

const saved: View = {
  id: 'saved',
  name: 'Late and mine',
  layout: 'table',
  filter: 'is:mine is:overdue',
  group: 'owner',
  sort: '-due',
  team: null,
  shared: false,
  creator: 'ana',
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const views = viewsOf([saved]);

const look: fc.Arbitrary<Look> = fc.record(
  {
    layout: fc.constantFrom(...layouts),
    filter: fc.string({ maxLength: 10 }).filter((text) => text !== '-'),
    group: fc.constantFrom(...groups),
    sort: fc.constantFrom('', 'due', '-title'),
  },
  { noNullPrototype: true },
);

test('the address says every look so that reading it gives the same look of the same view', () => {
  fc.assert(
    fc.property(look, fc.constantFrom(...views), (wanted, view) => {
      const read = readLook(queryOf(wanted, view), views);
      assert.deepEqual([read.view.id, read.look], [view.id, wanted]);
    }),
  );
});

test('a view that is looked at as it was saved needs nothing but its name in the address', () => {
  const { view } = readLook({ view: 'saved' }, views);
  assert.deepEqual(queryOf(view, view), { view: 'saved' });
});

test('what an address has wrong is passed over: an unknown view is all open work', () => {
  const { view, look } = readLook({ view: 'gone', layout: 'cube', group: 'colour' }, views);
  assert.deepEqual([view.id, look.layout, look.group], ['all', 'board', 'state']);
});
