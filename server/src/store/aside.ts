import { type Connection, atomically } from './database.ts';
import { commit } from './commit.ts';
import type { Entry } from './commit.ts';
import type { Part } from './save-item.ts';
import { raw } from './sql.ts';

/** Work within a transaction that can be undone without ending it. */

type Undoable<T> = { result: T; keep: boolean };

/** What the work writes stands with the transaction, or, where it says so, is undone here and now. Savepoints nest. */
export async function aside<T>({ query }: Connection, work: () => Promise<Undoable<T>>): Promise<T> {
  await query(raw('savepoint aside'));
  const { result, keep } = await work();
  if (!keep) await query(raw('rollback to savepoint aside'));
  await query(raw('release savepoint aside'));
  return result;
}

class Undo<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('undone');
    this.result = result;
  }
}

/** What the work would give and write, with nothing written: its transaction is undone in any case. */
export async function undone<T>(connection: Connection, work: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    return await atomically(connection, async (within) => {
      throw new Undo(await work(within));
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as T;
    throw error;
  }
}

/** Writes what was collected so far, so that what follows reads it; the transaction goes on. */
export const writeNow = (
  connection: Connection,
  { parts, entries }: { parts: readonly Part[]; entries: readonly Entry[] },
) => commit({ ...connection, queryLast: connection.query }, parts, entries);
