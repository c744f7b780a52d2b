import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintOf, seenIds } from './seen-ids.ts';

test('an id is new once, however many came between', async () => {
  const ids = seenIds();
  const fingerprints = await Promise.all(Array.from({ length: 5000 }, (_, place) => fingerprintOf(`id-${place}`)));
  assert(fingerprints.every((fingerprint) => ids.add(fingerprint)));
  assert(fingerprints.every((fingerprint) => !ids.add(fingerprint)));
});

test('ids whose fingerprints meet in one place of the table are still told apart', () => {
  const ids = seenIds();
  const clashing = Array.from({ length: 500 }, (_, place) => BigInt(place) * 2n ** 32n + 1023n);
  assert(clashing.every((fingerprint) => ids.add(fingerprint)));
  assert(clashing.every((fingerprint) => !ids.add(fingerprint)));
});
