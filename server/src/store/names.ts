import type { Connection } from './database.ts';
import { sql } from './sql.ts';

export type Named = { id: string; kind: 'human' | 'agent' | 'system'; name: string };

/** What these participants are called now. */
export const namesOf = ({ workspace, query }: Connection, ids: readonly string[]) =>
  query<Named>(sql`
    select id, kind, name from participants where workspace = ${workspace} and id = any(${[...new Set(ids)]}::uuid[])`);
