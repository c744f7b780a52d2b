import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import participantCreate from '../participant/create.ts';
import me from '../participant/me.ts';
import workspaceUpdate from './update.ts';

test('an admin names the workspace, once for everybody, and the ledger says who did and what it was called before', async () => {
  const { operator, as, events } = await testDatabase();
  await operator(participantCreate, { kind: 'human', name: 'Ana' });
  await operator(workspaceUpdate, { name: 'Keller & Daughters' });
  await operator(workspaceUpdate, { name: 'Keller & Daughters' });
  const seen = await as('Ana')<{ workspace: { name: string } }>(me);
  assert.equal(seen.workspace.name, 'Keller & Daughters');
  assert.deepEqual(
    (await events('workspace.renamed')).map(({ data }) => data),
    [{ name: 'Keller & Daughters', before: 'Coact' }],
  );
  assert.equal((await as('Ana').refused(workspaceUpdate, { name: 'Mine' })).refused, 'forbidden');
  assert.equal((await operator.refused(workspaceUpdate, { name: ' ' })).refused, 'invalid_input');
});
