import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { signNote } from '../../server/src/domain/ledger/sign-note.ts';
import { readLines, verifyExport, type VerifyExportOptions } from '../src/ledger/index.ts';
import { entryOf, generateKey, sealLedger } from './sealed-ledger.ts';

const seals = [0, 3, 10, 10, 270, 300];
const ledger = sealLedger({ seals });
const lines = await ledger.lines();
// Line 1 is the header, 2 the checkpoint of nothing, 3 to 5 entries, 6 a checkpoint, 7 to 13 entries, 14 and 15 checkpoints.
const trusting = { trustedKey: ledger.key };

async function* streamOf<T>(parts: Iterable<T>) {
  yield* parts;
}
const verify = (lines: readonly string[], options: VerifyExportOptions = trusting) =>
  verifyExport(streamOf(lines), options);
const problemsIn = async (lines: readonly string[], options?: VerifyExportOptions) => {
  const { ok, problems } = await verify(lines, options);
  assert.equal(ok, problems.length === 0);
  return problems.map(({ line, problem }) => `${line}: ${problem}`);
};

/** The first problem found in the export with its lines changed. */
const firstProblem = async (change: (lines: string[]) => unknown, options?: VerifyExportOptions) => {
  const changed = [...lines];
  change(changed);
  const [problem] = await problemsIn(changed, options);
  return problem ?? 'none';
};

/** The first problem found in the export with its header changed. */
const headerProblem = (from: string, to: string) =>
  firstProblem((lines) => (lines[0] = lines[0]?.replace(from, to) ?? ''));

test('an untouched export verifies, with the root of its last checkpoint', async () => {
  assert.deepEqual(await verify(lines), {
    ok: true,
    origin: 'coact.example/operations',
    key: ledger.key,
    entries: 300,
    checkpoints: 6,
    root: Buffer.from(ledger.checkpoints.at(-1)?.root ?? []).toString('base64'),
    problems: [],
  });
});

test('an export of an empty ledger verifies', async () => {
  const empty = sealLedger({ seals: [0] });
  assert.deepEqual(await problemsIn(await empty.lines(), { trustedKey: empty.key }), []);
});

test('without a trusted key the one in the header is used', async () => {
  assert.deepEqual(await problemsIn(lines, {}), []);
});

test('a changed entry is found, between the checkpoints around it', async () => {
  const problem = await firstProblem((lines) => (lines[8] = lines[8]?.replace('ada', 'eve') ?? ''));
  assert.match(problem, /^14: .*between lines 7 and 13, one was changed, replaced or moved/);
});

test('only the first checkpoint that does not fit is reported', async () => {
  const changed = lines.map((line, at) => (at === 8 ? line.replace('ada', 'eve') : line));
  assert.equal((await problemsIn(changed)).length, 1);
});

test('swapped entries are found', async () => {
  const problem = await firstProblem((lines) => lines.splice(2, 2, lines[3] ?? '', lines[2] ?? ''));
  assert.match(problem, /^6: .*between lines 3 and 5, one was changed, replaced or moved/);
});

test('a removed entry is found', async () => {
  assert.match(
    await firstProblem((lines) => lines.splice(8, 1)),
    /^13: This checkpoint covers 10 entries, but 9 stand before it: entries were removed between lines 7 and 12/,
  );
});

test('an added entry is found', async () => {
  assert.match(
    await firstProblem((lines) => lines.splice(8, 0, entryOf(999))),
    /^15: This checkpoint covers 10 entries, but 11 stand before it: entries were added between lines 7 and 14/,
  );
});

test('an entry added before anything was sealed is found', async () => {
  const problem = await firstProblem((lines) => lines.splice(1, 0, entryOf(999)));
  assert.match(problem, /^3: This checkpoint covers 0 entries, but 1 stand before it/);
});

test('a file that was cut off is found, wherever it was cut', async () => {
  for (const length of [1, 2, 5, 6, 200, lines.length - 1]) {
    const problems = await problemsIn(lines.slice(0, length));
    assert(problems.length > 0, `cut after line ${length}`);
  }
  const [atCheckpoint] = await problemsIn(lines.slice(0, 6));
  assert.match(atCheckpoint ?? '', /^6: The header announces 300 entries, but there are 3: the file was cut off/);
  const [withoutLast] = await problemsIn(lines.slice(0, -1));
  assert.match(withoutLast ?? '', /No checkpoint covers the entries after line \d+: nobody vouches for them/);
});

test('an entry with the id of an earlier one is found, even in a ledger that was sealed with it', async () => {
  const doubled = sealLedger({ seals: [301], entries: [...ledger.entries, entryOf(7)] });
  assert.deepEqual(await problemsIn(await doubled.lines(), { trustedKey: doubled.key }), [
    '302: This entry has the id of an earlier one: it was copied, or put in later.',
  ]);
});

test('an entry that is not one is found, even in a ledger that was sealed with it', async () => {
  const odd = [
    '{"id":"a","type":"t","at":"2026-01-31T12:00:00Z"}',
    '{"id":"","at":"noon","actor":[]}',
    '["list"]',
    'text',
  ];
  const sealed = sealLedger({ seals: [4], entries: odd });
  assert.deepEqual(await problemsIn(await sealed.lines(), { trustedKey: sealed.key }), [
    '2: This entry has no proper actor: it was not written by a ledger.',
    '3: This entry has no proper id, type, at, actor: it was not written by a ledger.',
    '4: This entry is not a JSON object: the line was damaged.',
    '5: This entry is not a JSON object: the line was damaged.',
  ]);
});

const resigned = (
  lines: string[],
  change: (text: string) => string,
  name = ledger.origin,
  privateKey = ledger.privateKey,
) => {
  const last = ledger.checkpoints.at(-1)?.note ?? '';
  const text = change(last.slice(0, last.indexOf('\n\n') + 1));
  lines[lines.length - 1] = JSON.stringify({ checkpoint: signNote(text, { name, privateKey }) });
};

test('a checkpoint with a wrong signature is found', async () => {
  const problem = await firstProblem((lines) => (lines[5] = lines[5]?.replace('\\n3\\n', '\\n4\\n') ?? ''));
  assert.match(problem, /^6: This checkpoint does not count: its signature by coact.example\/operations is wrong/);
});

test('a checkpoint signed with another key is found', async () => {
  const problem = await firstProblem((lines) => resigned(lines, (text) => text, ledger.origin, generateKey()));
  assert.match(problem, /^307: This checkpoint does not count: it is not signed with the key coact.example/);
});

test('a checkpoint of another ledger is found', async () => {
  const problem = await firstProblem((lines) => resigned(lines, (text) => text.replace('operations', 'elsewhere')));
  assert.match(problem, /^307: .*a checkpoint of another ledger: its origin is coact.example\/elsewhere/);
});

test('a checkpoint line that holds no note is found', async () => {
  assert.match(await firstProblem((lines) => (lines[5] = '{"checkpoint":7}')), /^6: This checkpoint is not an object/);
  assert.match(await firstProblem((lines) => (lines[5] = '{"checkpoint":"7')), /^6: This checkpoint is not an object/);
});

test('an export made anew with another key is found by who knows the true one', async () => {
  const forged = sealLedger({ seals });
  const problems = await problemsIn(await forged.lines());
  assert.match(problems[0] ?? '', /^1: The header names the key .*, which is not the trusted key/);
  assert.match(problems[1] ?? '', /^2: This checkpoint does not count: it is not signed with the key/);
});

test('history rewritten by the signer is found by who kept an earlier checkpoint', async () => {
  const kept = { trustedKey: ledger.key, keptCheckpoints: ledger.checkpoints.map(({ note }) => note) };
  assert.deepEqual(await problemsIn(lines, kept), []);

  const shorter = lines.slice(0, 15);
  shorter[0] = shorter[0]?.replace('"size":300', '"size":10') ?? '';
  assert.deepEqual(await problemsIn(shorter), []);
  assert.match((await problemsIn(shorter, kept))[0] ?? '', /covers 270 entries, but there are 10: the end was removed/);

  // The signer's own key, over other entries.
  const rewritten = sealLedger({
    seals,
    privateKey: ledger.privateKey,
    entries: ledger.entries.map((entry) => entry.replace('ada', 'eve')),
  });
  assert.deepEqual(await problemsIn(await rewritten.lines()), []);
  const [problem] = await problemsIn(await rewritten.lines(), kept);
  assert.match(
    problem ?? '',
    /^5: The first 3 entries are not those of the checkpoint kept from earlier.*history was rewritten/,
  );
});

test('a header that does not fit is found', async () => {
  assert.match(await headerProblem('ledger-export', 'else'), /^1: This is not a ledger export/);
  assert.match(await headerProblem('"version":1', '"version":2'), /^1: The export has version 2/);
  assert.match(
    await headerProblem('"size":300', '"size":301'),
    /^307: The header announces 301 entries, but there are 300/,
  );
  assert.match(await headerProblem('"size":300', '"size":299'), /^307: .*but there are 300: entries were added/);
  assert.match(await headerProblem('"size":300', '"size":-1'), /^1: The header does not say how many/);
  assert.match(await headerProblem('"origin":"coact', '"origin":"other'), /^1: The header names the ledger other/);
  assert.match(await headerProblem('"origin"', '"from"'), /^1: The header does not name its ledger/);
  assert.deepEqual(await problemsIn([]), ['1: The export is empty.']);
});

test('a trusted key or kept checkpoint that cannot be used is told', async () => {
  assert.match(await firstProblem(() => {}, { trustedKey: 'mistyped' }), /^1: The trusted key cannot be used/);
  assert.match(
    await firstProblem(() => {}, { keptCheckpoints: ['mistyped'] }),
    /^1: A checkpoint kept from earlier cannot/,
  );
});

test('a file of rubbish gives a report of bounded length', async () => {
  const problems = await problemsIn([lines[0] ?? '', ...Array.from({ length: 500 }, () => 'rubbish')]);
  assert.equal(problems.length, 101);
  assert.match(problems.at(-1) ?? '', /There are more problems/);
});

const verifyBytes = (bytes: Uint8Array, trustedKey?: string) =>
  verifyExport(readLines(streamOf([bytes])), { trustedKey });

test('turning any single bit of the file is found', async () => {
  const small = sealLedger({ seals: [0, 2, 5] });
  const file = Buffer.from((await small.lines()).map((line) => `${line}\n`).join(''));
  assert.equal((await verifyBytes(file)).ok, true);

  await fc.assert(
    fc.asyncProperty(fc.nat(file.length * 8 - 1), fc.boolean(), async (bit, trusted) => {
      const turned = Uint8Array.from(file);
      const byte = Math.floor(bit / 8);
      turned[byte] = (turned[byte] ?? 0) ^ (1 << (bit % 8));
      const { ok } = await verifyBytes(turned, trusted ? small.key : undefined);
      assert.equal(
        ok,
        false,
        `bit ${bit % 8} of byte ${byte}, ${JSON.stringify(String.fromCharCode(file[byte] ?? 0))}`,
      );
    }),
    { numRuns: 1000 },
  );
});
