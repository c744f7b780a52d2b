import type { Actor, Facts } from '../../domain/authority.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type Participant, findParticipant } from '../../store/people.ts';
import { type Team, findTeam, teamAncestors, teamHeight } from '../../store/teams.ts';

/** The team in the path. */
export async function requirePathTeam(connection: Connection, idOrKey: string): Promise<Team | Refusal> {
  return (await findTeam(connection, idOrKey)) ?? refuse('not_found', { field: 'id', team: idOrKey });
}

export const teamFacts = ({ team }: { team: Team }): Facts => ({ teamLead: team.lead });

/** The team that a new one, or the team `moved`, shall be part of: it exists, is no part of that, and together they do not nest too deep. */
export async function requireParentTeam(
  connection: Connection,
  idOrKey: string,
  moved: Team | null,
): Promise<Team | Refusal> {
  const parent = await findTeam(connection, idOrKey);
  if (!parent) return refuse('unknown_reference', { field: 'parent', team: idOrKey });
  const above = await teamAncestors(connection, parent.id);
  if (moved && above.includes(moved.id)) return refuse('cycle', { field: 'parent', path: [moved.id, ...above] });
  const height = moved ? await teamHeight(connection, moved.id) : 1;
  return above.length + height > limits.depth
    ? refuse('limit_reached', { field: 'parent', limit: limits.depth })
    : parent;
}

/** The participant in the path of a membership. */
export async function requireMember(connection: Connection, who: string, actor: Actor): Promise<Participant | Refusal> {
  const found = await findParticipant(connection, who === 'me' ? actor.id : who);
  return found ?? refuse('not_found', { field: 'participant', participant: who });
}
