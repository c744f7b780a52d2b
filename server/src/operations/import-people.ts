import type { Connection } from '../store/database.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';
import type { ImportPerson } from './import-batch.ts';

/** People of a backlog who are here already, by e-mail address or name; the keys are names in lower case. */
export async function matchPeople(
  { workspace, query }: Connection,
  people: readonly ImportPerson[],
): Promise<Map<string, string>> {
  const rows = await query<{ name: string; id: string }>(sql`
    select distinct on (lower(n.name)) lower(n.name) as name, p.id
    from unnest(${people.map(({ name }) => name)}::text[], ${people.map(({ email }) => email ?? null)}::text[]) as n(name, email)
    join participants p on p.workspace = ${workspace} and (lower(p.email) = lower(n.email) or lower(p.name) = lower(n.name))
    order by lower(n.name), p.id`);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/**
 * Makes a participant of everybody the backlog names. Agents come in paused, since nobody has connected them yet, with the
 * importing person as their sponsor; people come in as members who cannot sign in until an admin invites them.
 */
export function writePeople(
  { actor, changes, connection: { workspace }, now }: CommandContext,
  created: readonly ImportPerson[],
  ids: ReadonlyMap<string, string>,
  source: string,
): void {
  for (const { name, kind, email } of created) {
    const id = ids.get(name.toLowerCase()) ?? '';
    const sponsor = kind === 'agent' ? actor.id : null;
    const status = kind === 'agent' ? 'paused' : 'active';
    const data = {
      id,
      kind,
      name,
      email: email ?? null,
      role: 'member',
      status,
      sponsor,
      skills: [],
      teams: [],
      wipLimit: null,
      origin: source,
    };
    changes.fact(
      { type: 'participant.created', data },
      { subject: id },
      sql`insert into participants (workspace, id, kind, name, email, role, status, sponsor, skills, origin, created_at)
        values (${workspace}, ${id}, ${kind}, ${name}, ${email ?? null}, 'member', ${status}, ${sponsor}, '{}', ${source},
          ${new Date(now).toISOString()}) returning 1`,
    );
  }
}
