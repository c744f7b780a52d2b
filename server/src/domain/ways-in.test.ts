import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './refusals.ts';
import { refuseLastWayIn } from './ways-in.ts';

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
