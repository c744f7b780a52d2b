import { z } from 'zod';
import type { Facts } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import type { Bearer, Participant } from '../../store/people.ts';
import type { Team } from '../../store/teams.ts';
import { requireParticipant, requireTeam } from '../references.ts';

/** Whose budget is meant. */
export const whose = {
  participant: z.string().min(1).max(254).optional().describe('An agent or a system, by id, name or `me`.'),
  team: z.string().min(1).max(100).optional().describe('A team and the teams below it, by id or key.'),
};

export type Subject = { participant: Participant; team: null } | { participant: null; team: Team };
export const idsOf = ({ participant, team }: Subject) => ({
  participant: participant?.id ?? null,
  team: team?.id ?? null,
});

export async function requireSubject(
  connection: Connection,
  { participant: who, team: which }: { participant?: string | undefined; team?: string | undefined },
  actor: Bearer,
): Promise<Subject | Refusal> {
  if (which !== undefined) {
    const team = await requireTeam(connection, which, []);
    return isRefusal(team) ? team : { participant: null, team };
  }
  const participant = await requireParticipant(connection, 'participant', who ?? '', actor);
  if (isRefusal(participant)) return participant;
  return participant.kind === 'human'
    ? refuse('invalid_input', {
        errors: [{ field: 'for.participant', problem: 'is a person; budgets are for agents, systems and teams' }],
      })
    : { participant, team: null };
}

export const subjectFacts = ({ participant, team }: Subject, actor: Bearer): Facts => ({
  subject: participant?.id ?? null,
  subjectSponsor: participant?.sponsor ?? null,
  teamLead: team?.lead ?? null,
  memberOfTeam: team !== null && actor.teams.includes(team.id),
});
