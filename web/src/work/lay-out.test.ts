import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitColumns } from './lay-out.ts';
import type { Column } from './sort.ts';

const chosen: readonly Column[] = ['key', 'title', 'state', 'owner', 'executor', 'risk', 'due', 'waits'];

test('every column that was chosen stands where there is room', () => {
  assert.deepEqual(fitColumns(chosen, 90), chosen);
});

test('risk gives way to titles before who does it', () => {
  assert.deepEqual(
    fitColumns(chosen, 60),
    chosen.filter((column) => column !== 'risk'),
  );
  assert.deepEqual(fitColumns(chosen, 55), ['key', 'title', 'state', 'owner', 'due', 'waits']);
});

test('nothing else gives way: the table scrolls then', () => {
  assert.deepEqual(fitColumns(chosen, 20), ['key', 'title', 'state', 'owner', 'due', 'waits']);
});
