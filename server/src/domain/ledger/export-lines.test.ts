import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { exportLines } from './export-lines.ts';

const origin = 'coact.example/operations';
const exported = (entries: Iterable<string>, sizes: readonly number[], size = sizes.at(-1) ?? 0): Promise<string[]> => {
  const checkpoints = sizes.map((size) => ({ size, note: `covers ${size}\n` }));
  return Readable.from(exportLines({ origin, key: 'a key', size, entries, checkpoints })).toArray();
};

test('each checkpoint stands right after the last entry it covers', async () => {
  assert.deepEqual(await exported(['{"id":"a"}', '{"id":"b"}', '{"id":"c"}', '{"id":"not sealed"}'], [0, 1, 3]), [
    '{"coact":"ledger-export","version":1,"origin":"coact.example/operations","key":"a key","size":3}',
    '{"checkpoint":"covers 0\\n"}',
    '{"id":"a"}',
    '{"checkpoint":"covers 1\\n"}',
    '{"id":"b"}',
    '{"id":"c"}',
    '{"checkpoint":"covers 3\\n"}',
  ]);
});

test('an export breaks off rather than leave entries out or unsealed', async () => {
  await assert.rejects(exported(['{"id":"a"}'], [2]), /export from one snapshot/);
  await assert.rejects(
    exported(['{"id":"a"}', '{"id":"b"}'], [1], 2),
    /No checkpoint covers all 2 entries: seal the ledger/,
  );
  await assert.rejects(exported([], []), /No checkpoint covers all 0 entries/);
  await assert.rejects(exported(['{"id":"a"}', '{"id":"b"}'], [2, 1]), /order them/);
});

test('an entry that a reader would take for something else is not exported', async () => {
  await assert.rejects(exported(['{"id":\n"a"}'], [1]), /one line of JSON/);
  await assert.rejects(exported(['{"checkpoint":"mine"}'], [1]), /first name/);
});

test('a reader that stops early closes the stream of entries', async () => {
  let closed = false;
  async function* entries() {
    try {
      for (;;) yield '{"id":"a"}';
    } finally {
      closed = true;
    }
  }
  const checkpoints = [{ size: 1000, note: 'covers 1000\n' }];
  for await (const line of exportLines({ origin, key: 'a key', size: 1000, entries: entries(), checkpoints })) {
    if (line === '{"id":"a"}') break;
  }
  assert(closed);
});
