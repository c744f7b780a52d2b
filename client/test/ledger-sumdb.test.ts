import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { planConsistency, planInclusion } from '../../server/src/domain/ledger/proof-plan.ts';
import { buildGo, goIsMissing } from './build-go.ts';
import { sealLedger } from './sealed-ledger.ts';

const ledger = sealLedger({ seals: Array.from({ length: 701 }, (_, seal) => seal) });
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64');
const rootAt = (size: number) => base64(ledger.checkpoints[size]?.root ?? new Uint8Array());
/** Sizes around every power of two, and around a tile. */
const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 255, 256, 257, 511, 512, 513, 700];

const checkpoints = [0, ...sizes].map((size) => {
  const note = ledger.checkpoints[size]?.note ?? '';
  return { kind: 'checkpoint', key: ledger.key, note, text: note.slice(0, note.indexOf('\n\n') + 1) };
});
const inclusions = sizes.flatMap((size) =>
  [0, 1, Math.floor(size / 2), size - 1]
    .filter((index) => index < size)
    .map((index) => ({
      kind: 'inclusion',
      index,
      size,
      entry: ledger.entries[index] ?? '',
      root: rootAt(size),
      proof: ledger.prove(planInclusion({ index, size })).map(base64),
    })),
);
const consistencies = sizes.flatMap((size) =>
  sizes
    .filter((first) => first <= size)
    .map((first) => ({
      kind: 'consistency',
      first,
      size,
      firstRoot: rootAt(first),
      root: rootAt(size),
      proof: ledger.prove(planConsistency({ first, second: size })).map(base64),
    })),
);

const changed = (question: object, change: object) => ({ ...question, ...change });

suite('judged by Go’s sumdb/note and sumdb/tlog', { skip: goIsMissing() }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'coact-sumdb-'));
  let program = '';
  before(() => {
    const source = readFileSync(new URL('check-with-sumdb.go', import.meta.url), 'utf8');
    program = buildGo({ source, folder });
  });
  after(() => rmSync(folder, { recursive: true }));

  function verdictsOn(cases: readonly object[]): string[] {
    const { status, stdout, stderr } = spawnSync(program, { input: JSON.stringify(cases), encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }
  const acceptsAll = (cases: readonly object[]) =>
    assert.deepEqual(
      verdictsOn(cases),
      cases.map(() => ''),
    );
  const refusesAll = (cases: readonly object[], reason: RegExp) => {
    for (const verdict of verdictsOn(cases)) assert.match(verdict, reason);
  };

  test('our checkpoints are opened with our verifier key, and changed ones refused', () => {
    acceptsAll(checkpoints);
    const others = checkpoints.map((checkpoint) => changed(checkpoint, { note: checkpoint.note.replace('\n', '\n1') }));
    refusesAll(others, /invalid signature/);
  });

  test('our inclusion proofs are accepted, and refused for another entry', () => {
    acceptsAll(inclusions);
    const others = inclusions.map((inclusion) => changed(inclusion, { entry: `${inclusion.entry} ` }));
    refusesAll(others, /invalid transparency proof/);
  });

  test('our consistency proofs are accepted, and refused for another root', () => {
    acceptsAll(consistencies);
    const others = consistencies.map((consistency) => changed(consistency, { firstRoot: rootAt(600) }));
    refusesAll(others, /invalid transparency proof/);
  });
});
