import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rollUp } from './roll-up.ts';
import { states } from './work-item.ts';

const part = fc.constantFrom(...states).map((state) => ({ state }));

test('a larger work is as far as its verified parts, and cancelled parts do not count', () => {
  assert.deepEqual(rollUp([{ state: 'done' }, { state: 'review' }, { state: 'cancelled' }]), {
    total: 2,
    done: 1,
    progress: 0.5,
  });
  assert.deepEqual(rollUp([]), { total: 0, done: 0, progress: null });
});

test('finishing a part never sets a larger work back', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const before = rollUp([...parts, { state: 'active' }]).progress ?? 0;
      const after = rollUp([...parts, { state: 'done' }]).progress ?? 0;
      assert(after > before);
    }),
  );
});
