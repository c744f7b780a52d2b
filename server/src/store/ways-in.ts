import type { WaysIn, WaysLeft } from '../domain/ways-in.ts';
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

/** The active admins and whoever else is known at a provider: in how many ways they sign in, with it and without it. */
export const waysInWithout = ({ workspace, query }: Connection, provider: string) =>
  query<WaysLeft>(sql`
    select id, role, own + known as ways, own + known - there as left from (select p.id, p.role,
      (select count(*) from passwords w where w.workspace = p.workspace and w.participant = p.id)
      + (select count(*) from passkeys k where k.workspace = p.workspace and k.participant = p.id) as own,
      (select count(*) from identities i where i.workspace = p.workspace and i.participant = p.id) as known,
      (select count(*) from identities i where i.workspace = p.workspace and i.participant = p.id and i.provider = ${provider}) as there
      from participants p where p.workspace = ${workspace} and p.kind = 'human' and p.status = 'active') each
    where there > 0 or role = 'admin' order by id`);
