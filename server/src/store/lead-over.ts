import type { Connection } from './database.ts';
import { sql } from './sql.ts';

/**
 * The active human who leads a team of somebody, or the team that the work belongs to, other than they themselves; their teams
 * come first, and then the larger teams that these are parts of.
 */
export async function leadOver(
  { workspace, query }: Connection,
  { participant, team }: { participant: string | null; team: string | null },
): Promise<string | null> {
  const [row] = await query<{ lead: string }>(sql`
    with recursive up as (
      select t.id, t.parent, t.lead, 0 as depth from teams t
      where t.workspace = ${workspace} and (t.id = ${team} or t.id in (
        select m.team from memberships m where m.workspace = ${workspace} and m.participant = ${participant}))
      union all
      select t.id, t.parent, t.lead, up.depth + 1 from teams t join up on t.id = up.parent
      where t.workspace = ${workspace} and up.depth < 20)
    select up.lead from up join participants p on p.workspace = ${workspace} and p.id = up.lead
    where p.status = 'active' and p.kind = 'human' and up.lead is distinct from ${participant}::uuid
    order by up.depth, up.id limit 1`);
  return row?.lead ?? null;
}
