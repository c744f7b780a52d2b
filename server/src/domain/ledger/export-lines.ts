type Sequence<T> = Iterable<T> | AsyncIterable<T>;

/** What begins a checkpoint's line, and no entry's. */
const checkpointMark = '{"checkpoint":';

/**
 * The lines of a ledger export, without their newlines (docs/ledger-format.md). Each signed checkpoint stands right after the
 * last entry it covers, so that a reader can check a ledger of any length while it streams by. `entries`: the exact text of
 * each entry, in ledger order, read up to `size`. `checkpoints`: by rising size; the last one covers `size`. Throws when it
 * does not, or when entries are missing: a stream that breaks off is the sign of it at the other end.
 */
export async function* exportLines(ledger: {
  origin: string;
  key: string;
  size: number;
  entries: Sequence<string>;
  checkpoints: Sequence<{ size: number; note: string }>;
}): AsyncGenerator<string, void, undefined> {
  const { origin, key, size, entries, checkpoints } = ledger;
  yield JSON.stringify({ coact: 'ledger-export', version: 1, origin, key, size });

  const iterator = iteratorOf(entries);
  let given = 0;
  let covered = -1;
  try {
    for await (const checkpoint of checkpoints) {
      if (checkpoint.size < given) throw new Error('Checkpoints go up in size: order them by it.');
      for (; given < checkpoint.size; given += 1) yield entryLine(await iterator.next(), checkpoint.size);
      yield JSON.stringify({ checkpoint: checkpoint.note });
      covered = checkpoint.size;
    }
  } finally {
    // A reader that goes away must not leave a database cursor open.
    await iterator.return?.();
  }
  if (covered !== size) throw new Error(`No checkpoint covers all ${size} entries: seal the ledger, then export it.`);
}

const iteratorOf = <T>(sequence: Sequence<T>): Iterator<T> | AsyncIterator<T> =>
  Symbol.asyncIterator in sequence ? sequence[Symbol.asyncIterator]() : sequence[Symbol.iterator]();

function entryLine(next: IteratorResult<string>, size: number): string {
  if (next.done)
    throw new Error(`A checkpoint covers ${size} entries, more than were given: export from one snapshot.`);
  if (!next.value.includes('\n') && !next.value.startsWith(checkpointMark)) return next.value;
  throw new Error(
    'An entry is one line of JSON whose first name is not "checkpoint": write it so before it is hashed.',
  );
}
