import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLocal, toLocal } from './local-time.ts';

test('a moment keeps its minute on the way through the control for dates', () => {
  const moment = '2026-12-24T16:05:00.000Z';
  assert.equal(fromLocal(toLocal(moment)), moment);
});

test('no date is an empty control, and an empty control is no date', () => {
  assert.equal(toLocal(null), '');
  assert.equal(fromLocal(''), null);
});
