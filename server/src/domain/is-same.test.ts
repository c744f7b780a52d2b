import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSame } from './is-same.ts';

test('what JSON says alike is the same, whatever the order of its members, and nothing else is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const shuffled: unknown = JSON.parse(JSON.stringify(one), (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      );
      assert.equal(isSame(JSON.parse(JSON.stringify(one)), shuffled), true);
      const differ = JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other));
      assert.equal(isSame(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))), !differ);
    }),
  );
});

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
