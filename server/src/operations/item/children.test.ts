import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import itemCancel from './cancel.ts';
import itemChildren from './children.ts';
import itemCreate from './create.ts';

test('a larger work tells its parts and how far they are, without those that were cancelled', async () => {
  const { operator } = await testDatabase();
  const { id: parent } = await operator(itemCreate, { title: 'Move the office' });
  const { id: desks } = await operator(itemCreate, { title: 'Order desks', parent });
  await operator(itemCreate, { title: 'Rent a van', parent });
  await operator(itemCancel, { id: desks });
  const told = await operator(itemChildren, { id: parent });
  assert.deepEqual([told['total'], told['done'], told['progress']], [1, 0, 0]);
  assert.equal((told['items'] as unknown[]).length, 2);
  assert.equal((await operator.refused(itemChildren, { id: 'GEN-999' })).refused, 'not_found');
});
