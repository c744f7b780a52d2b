import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Readable } from 'node:stream';
import { appendLeaves } from '../../server/src/domain/ledger/append-leaves.ts';
import { makeCheckpoint } from '../../server/src/domain/ledger/checkpoint.ts';
import { computeHashes, type StoredHash } from '../../server/src/domain/ledger/compute-hashes.ts';
import { exportLines } from '../../server/src/domain/ledger/export-lines.ts';
import { emptyFrontier } from '../../server/src/domain/ledger/frontier.ts';
import { type Hash, leafHash } from '../../server/src/domain/ledger/hash.ts';
import type { HashPlan } from '../../server/src/domain/ledger/proof-plan.ts';
import { signNote } from '../../server/src/domain/ledger/sign-note.ts';
import { verifierKey } from '../../server/src/domain/ledger/verifier-key.ts';

export type SealedLedger = ReturnType<typeof sealLedger>;

export const generateKey = () => generateKeyPairSync('ed25519').privateKey;

/** An entry such as the ledger writes, with letters and signs that tempt a reader to split or to mend the line. */
export const entryOf = (place: number): string =>
  JSON.stringify({
    id: `0190c0de-0000-7000-8000-${String(place).padStart(12, '0')}`,
    type: 'item.created',
    at: new Date(1_767_225_600_000 + place * 1000).toISOString(),
    actor: 'ada',
    title: `Entry ${place} — “café”\u2028\r\n\t🚀`,
  });

/** A ledger as the server keeps it: entries sealed in portions, up to each of the sizes in `seals`. */
export function sealLedger(given: { seals: readonly number[]; entries?: readonly string[]; privateKey?: KeyObject }) {
  const { seals, privateKey = generateKey() } = given;
  const origin = 'coact.example/operations';
  const size = seals.at(-1) ?? 0;
  const entries = given.entries ?? Array.from({ length: size }, (_, place) => entryOf(place));
  const leaves = entries.map((entry) => leafHash(Buffer.from(entry)));

  const stored: StoredHash[] = leaves.map((hash, index) => ({ level: 0, index, hash }));
  const checkpoints: { size: number; note: string; root: Hash }[] = [];
  let frontier = emptyFrontier;
  for (const seal of seals) {
    const grown = appendLeaves(frontier, leaves.slice(frontier.size, seal));
    frontier = grown.frontier;
    stored.push(...grown.tiles);
    const text = makeCheckpoint({ origin, size: seal, root: grown.root });
    checkpoints.push({ size: seal, root: grown.root, note: signNote(text, { name: origin, privateKey }) });
  }
  const key = verifierKey({ name: origin, key: privateKey });
  const prove = (plan: HashPlan): Hash[] => computeHashes(plan, readStored(stored, plan));
  const lines = (): Promise<string[]> =>
    Readable.from(exportLines({ origin, key, size, entries, checkpoints })).toArray();
  return { origin, key, privateKey, size, entries, leaves, checkpoints, prove, lines };
}

const readStored = (stored: readonly StoredHash[], { reads }: HashPlan): StoredHash[] =>
  stored.filter(({ level, index }) =>
    reads.some((read) => read.level === level && index >= read.from && index < read.to),
  );
