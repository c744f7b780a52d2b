import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './refusals.ts';
import { refuseLastWayIn, refuseLeavingOut } from './ways-in.ts';

const admins = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), ways: fc.integer({ min: 0, max: 3 }) }),
  {
    selector: ({ id }) => id,
  },
);

test('whoever loses a way in, afterwards somebody who can administer Coact can still sign in, if anybody could', () => {
  fc.assert(
    fc.property(admins, fc.constantFrom('a', 'b', 'c', 'd', 'nobody'), (all, loser) => {
      const own = all.find(({ id }) => id === loser);
      if (own?.ways === 0) return;
      const after = all.map((one) => (one.id === loser ? { ...one, ways: one.ways - 1 } : one));
      const anybody = after.some(({ ways }) => ways > 0);
      assert.equal(isRefusal(refuseLastWayIn(loser, all)), own !== undefined && !anybody);
    }),
  );
});

const people = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      role: fc.constantFrom('admin', 'member'),
      left: fc.integer({ min: 0, max: 2 }),
      there: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ there, ...one }) => ({ ...one, ways: one.left + there })),
  { selector: ({ id }) => id },
);

test('a provider goes only where an admin can still sign in, if one could, and nobody else is left out unmeant', () => {
  fc.assert(
    fc.property(people, fc.boolean(), (all, meant) => {
      const admins = all.filter(({ role }) => role === 'admin');
      const headless = admins.some(({ ways }) => ways > 0) && !admins.some(({ left }) => left > 0);
      const lost = all.filter(({ ways, left }) => ways > 0 && left === 0);
      const refusal = refuseLeavingOut(all, { meant });
      const expected = headless ? 'last_way_in' : lost.length > 0 && !meant ? 'only_way_in' : null;
      assert.equal(refusal?.refused ?? null, expected);
      if (expected === 'only_way_in')
        assert.deepEqual(
          refusal?.['participants'],
          lost.map(({ id }) => id),
        );
    }),
  );
});
