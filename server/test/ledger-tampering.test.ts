import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { verifyExport } from '../../client/src/ledger/index.ts';
import { seal } from '../src/jobs/sealer.ts';
import createItem from '../src/operations/item/create.ts';
import { readCheckpoint } from '../src/store/ledger.ts';
import { testDatabase } from './database.ts';
import { asOwner, exported, ledgerTables } from './ledger-tables.ts';
import { placeAll } from './place-all.ts';

/** A ledger of its own, since it is spoilt for good. */
async function spoilt(...changes: string[]) {
  const other = await testDatabase();
  for (let i = 0; i < 5; i += 1) await other.operator(createItem, { title: `Item ${i}` });
  await placeAll(other.database, other.workspace);
  await seal(other.database, other.workspace, other.clock.now);
  const before = await other.database.within(other.workspace, (connection) => readCheckpoint(connection));
  assert((await verifyExport(Readable.from(await exported(other)))).ok, 'sound before');
  await asOwner(other, async (client) => {
    for (const table of Object.keys(ledgerTables))
      await client.query(`alter table ${table} disable trigger append_only`);
    for (const change of changes) await client.query(change);
  });
  return { other, note: before?.note ?? '' };
}

test('an entry that the owner of the database rewrote is found by whoever verifies an export', async () => {
  const { other } = await spoilt(`update events set body = replace(body, 'Item 3', 'Item 9')`);
  const report = await verifyExport(Readable.from(await exported(other)));
  assert.equal(report.ok, false);
  assert.match(report.problems.map(({ problem }) => problem).join(), /one was changed, replaced or moved/);
});

test('an entry that the owner of the database took out is missing in the export, which therefore breaks off', async () => {
  const { other } = await spoilt(`delete from events where body like '%Item 3%'`);
  await assert.rejects(async () => verifyExport(Readable.from(await exported(other))), /more than were given/);
});

test('two entries that changed places are found', async () => {
  const { other } = await spoilt(
    `update ledger_entries set position = -position where position in (3, 4)`,
    `update ledger_entries set position = 7 + position where position in (-3, -4)`,
  );
  assert.equal((await verifyExport(Readable.from(await exported(other)))).ok, false);
});

test('a ledger that was rewritten and signed anew is found by whoever kept an older checkpoint', async () => {
  const { other, note } = await spoilt(
    `update events set body = replace(body, 'Item 3', 'Item 9')`,
    `update ledger_entries l set leaf_hash = sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) from events e where e.workspace = l.workspace and e.seq = l.seq`,
    `truncate ledger_tiles, ledger_checkpoints`,
    `update ledger_heads set sealed_size = 0, frontier = '{}'`,
  );
  await seal(other.database, other.workspace, other.clock.now);
  assert.equal((await verifyExport(Readable.from(await exported(other)))).ok, true, 'the forgery agrees with itself');
  assert.equal((await verifyExport(Readable.from(await exported(other)), { keptCheckpoints: [note] })).ok, false);
});
