import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords } from './ages.ts';

test('ages are told in one unit', () => {
  const minute = 60_000;
  const day = 1440 * minute;
  const told = [0, 45_000, 12 * minute, 5 * 60 * minute, 3 * day, 99 * day, 120 * day, 800 * day].map(inWords);
  assert.deepEqual(told, ['0 s', '45 s', '12 min', '5 h', '3 d', '99 d', '3 mo', '2 y']);
});
