import { type Connection, atomically } from './database.ts';
import type { Part } from './save-item.ts';
import { join, raw, sql } from './sql.ts';

/** One fact for the ledger; `body` is its exact text. */
export type Entry = { id: string; item: string | null; body: string };

/** As many parts and events as one statement takes; a command with more gets a transaction around its statements. */
const PARTS = 100;
const ENTRIES = 1_000;

/**
 * Writes a whole command as one statement: state, events, effects and the answer kept for a repeated key stand or fall
 * together, without BEGIN and COMMIT around them (1.8 times the throughput at 16 clients). A part that touches another
 * number of rows than it must raises CO409, which undoes all of it. A transaction ends with it.
 */
export async function commit(connection: Connection, parts: readonly Part[], entries: readonly Entry[]): Promise<void> {
  const events = slices(entries, ENTRIES).map((some) => insertEvents(connection.workspace, some));
  const all =
    parts.length + events.length <= PARTS ? [[...parts, ...events]] : [...slices(parts, PARTS), ...slices(events, 1)];
  const write = async ({ query, queryLast }: Connection) => {
    for (const [i, together] of all.entries()) {
      if (together.length > 0) await (i === all.length - 1 ? queryLast : query)(statementOf(together));
    }
  };
  await (all.length > 1 && !connection.inTransaction ? atomically(connection, write) : write(connection));
}

const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

function statementOf(parts: readonly Part[]) {
  const named = parts.map(({ statement }, i) => sql`${raw(`p${i}`)} as (${statement})`);
  const checks = parts.flatMap(({ rows = 1, of = 'rows' }, i) =>
    rows < 0 ? [] : [raw(`expect('${of}', (select count(*) from p${i}), ${rows})`)],
  );
  return sql`with ${join(named, ', ')} select ${checks.length > 0 ? join(checks, ', ') : raw('1')}`;
}

/** A part that may touch any number of rows. */
export const ANY_ROWS = -1;

function insertEvents(workspace: string, entries: readonly Entry[]): Part {
  const ids = entries.map(({ id }) => id);
  const items = entries.map(({ item }) => item);
  const bodies = entries.map(({ body }) => body);
  return {
    of: 'events',
    rows: ANY_ROWS,
    statement: sql`insert into events (workspace, id, item, body)
      select ${workspace}::uuid, * from unnest(${ids}::uuid[], ${items}::uuid[], ${bodies}::text[]) returning 1`,
  };
}
