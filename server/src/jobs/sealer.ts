import { createPrivateKey } from 'node:crypto';
import { appendLeaves } from '../domain/ledger/append-leaves.ts';
import { makeCheckpoint } from '../domain/ledger/checkpoint.ts';
import { signNote } from '../domain/ledger/sign-note.ts';
import { type Connection, type Database, brokenConstraint } from '../store/database.ts';
import { type Placed, keepSeal, placeEvents, readFrontier, readHashes, readKey } from '../store/ledger.ts';
import { sql } from '../store/sql.ts';

/** How many entries one statement places or seals; more go into the next. */
const BATCH = 2_000;

/** Gives settled events their places; repeats while there are full batches. Gives the size where it placed something, else null. */
export async function place(database: Database, workspace: string): Promise<{ size: number | null; waiting: boolean }> {
  let size: number | null = null;
  for (;;) {
    const now = await database.within(workspace, (connection) => placeEvents(connection, BATCH)).catch(alreadyPlaced);
    if (now.placed > 0) size = now.size;
    if (now.placed < BATCH) return { size, waiting: now.waiting };
  }
}

/** Another server gave these events their places at the same moment. */
function alreadyPlaced(error: unknown): Placed {
  if (brokenConstraint(error) !== 'ledger_entries_pkey') throw error;
  return { size: 0, placed: 0, waiting: true };
}

/** Signs a checkpoint over everything that has a place. Gives the sealed size, or null when there was nothing new. */
export async function seal(database: Database, workspace: string, now: number): Promise<number | null> {
  let sealed: number | null = null;
  for (;;) {
    const { to, more } = await database.transaction(workspace, (connection) => sealBatch(connection, now));
    sealed = to ?? sealed;
    if (!more) return sealed;
  }
}

async function sealBatch(connection: Connection, now: number): Promise<{ to: number | null; more: boolean }> {
  const { workspace, query } = connection;
  await query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} seal`}, 0))`);
  const [head, key] = await Promise.all([readFrontier(connection), readKey(connection)]);
  if (!head || !key || head.size === head.sealedSize) return { to: null, more: false };

  const to = Math.min(head.size, head.sealedSize + BATCH);
  const leaves = await readHashes(connection, { level: 0, from: head.sealedSize, to });
  const before = { size: head.sealedSize, roots: head.frontier };
  const { frontier, root, tiles } = appendLeaves(
    before,
    leaves.map(({ hash }) => hash),
  );
  const text = makeCheckpoint({ origin: key.name, size: to, root });
  const note = signNote(text, { name: key.name, privateKey: createPrivateKey(key.privateKey) });
  const kept = await keepSeal(connection, {
    from: head.sealedSize,
    to,
    frontier: frontier.roots,
    tiles,
    root,
    note,
    at: now,
  });
  return { to: kept ? to : null, more: kept && to < head.size };
}
