import type { WaysIn } from '../domain/ways-in.ts';
import type { Connection } from './database.ts';
import { sql } from './sql.ts';

/** In how many ways each active admin can sign in. */
export const adminsWaysIn = ({ workspace, query }: Connection) =>
  query<WaysIn>(sql`
    select p.id,
      (select count(*) from passwords w where w.workspace = p.workspace and w.participant = p.id)
      + (select count(*) from passkeys k where k.workspace = p.workspace and k.participant = p.id)
      + (select count(*) from identities i where i.workspace = p.workspace and i.participant = p.id) as ways
    from participants p
    where p.workspace = ${workspace} and p.kind = 'human' and p.role = 'admin' and p.status = 'active' order by p.id`);
