import type { Database } from '../store/database.ts';
import { sql } from '../store/sql.ts';

export type LookOptions = {
  database: Database;
  /** In milliseconds; a look that takes longer is not begun a second time meanwhile. */
  every: number;
  look: (workspace: string) => Promise<void>;
  log: (message: string, error: unknown) => void;
  /** What is told when a look fails. */
  trouble: string;
};

export type Looking = {
  /** Aborted once it is asked to stop. */
  stopping: AbortSignal;
  /** Settles when the look that was under way has ended. */
  stop: () => Promise<void>;
};

/** Looks at every workspace again and again, one look at a time; what fails is told and tried again with the next look. */
export function lookOften({ database, every, look, log, trouble }: LookOptions): Looking {
  const stopping = new AbortController();
  let round: Promise<void> | null = null;
  const lookAll = async () => {
    for (const id of await workspaceIds(database)) if (!stopping.signal.aborted) await look(id);
  };
  const timer = setInterval(() => {
    round ??= lookAll()
      .catch((error: unknown) => log(trouble, error))
      .finally(() => (round = null));
  }, every);
  return {
    stopping: stopping.signal,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await round;
    },
  };
}

export async function workspaceIds(database: Database): Promise<string[]> {
  const rows = await database.global<{ id: string }>(sql`select id from workspaces`);
  return rows.map(({ id }) => id);
}
