import { z } from 'zod';
import type { Facts } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { evolveStop } from '../../domain/stop.ts';
import type { StoredItem } from '../../store/items.ts';
import { type Participant, lockPeople } from '../../store/people.ts';
import type { Team } from '../../store/teams.ts';
import { agentsCovered, insertStop } from '../../store/stops.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireParticipant, requireTeam } from '../references.ts';
import { reason } from '../resources/basics.ts';
import { showStop, stopResource } from '../resources/stop.ts';
import { holdWorkOf, runsOf, stopRuns } from '../stop-runs.ts';
import { exampleStop } from './example.ts';

const input = z.object({
  participant: z.string().min(1).max(254).optional().describe('One agent.'),
  team: z.string().min(1).max(100).optional().describe('The agents of a team and of the teams below it, by id or key.'),
  workspace: z.literal(true).optional().describe('All agents.'),
  reason: reason.describe('Why: the agents are told, and so is whoever asks what they do.'),
});

type Loaded = {
  participant: Participant | null;
  team: Team | null;
  agents: string[];
  held: StoredItem[];
};

export default command({
  name: 'stop.create',
  summary:
    'Stop one agent, the agents of a team, or all: their runs end at once and they may do nothing until it is lifted.',
  http: 'POST /v1/stops',
  status: 201,
  locks: true,
  input,
  output: stopResource,
  needs: {
    action: 'stop.create',
    facts: ({ participant, team }: Loaded): Facts => ({
      subjectSponsor: participant?.sponsor ?? null,
      teamLead: team?.lead ?? null,
    }),
  },
  refuses: ['unknown_reference', 'invalid_input'],
  example: { input: { participant: ids.bot, reason: exampleStop.reason }, output: exampleStop },

  async load({ connection, actor }, said): Promise<Loaded | Refusal> {
    const named = [said.participant, said.team, said.workspace].filter((one) => one !== undefined);
    if (named.length !== 1)
      return refuse('invalid_input', {
        errors: [{ field: 'participant', problem: 'say one of participant, team and workspace' }],
      });
    await lockPeople(connection);
    const found = await gather({
      participant:
        said.participant === undefined ? null : requireParticipant(connection, 'participant', said.participant, actor),
      team: said.team === undefined ? null : requireTeam(connection, said.team, []),
    });
    if (isRefusal(found)) return found;
    const { participant, team } = found;
    if (participant && participant.kind !== 'agent') return refuseNoAgent(participant);
    const agents = await agentsCovered(connection, { participant: participant?.id ?? null, team: team?.id ?? null });
    return { participant, team, agents, held: await holdWorkOf(connection, agents) };
  },

  decide(context, { participant, team, agents, held }, { reason: why }) {
    const { actor, changes, connection, ids: fresh, now } = context;
    if (actor.limitedTo && !participant && !team)
      return refuse('out_of_scope_token', { operation: 'stop.create', teams: actor.limitedTo });
    const data = {
      id: fresh.next(),
      participant: participant?.id ?? null,
      team: team?.id ?? null,
      reason: why,
      by: actor.id,
      byAdmin: actor.id !== participant?.sponsor && actor.id !== team?.lead,
      agents,
      ended: runsOf(held),
    };
    const stop = evolveStop(null, { type: 'stop.created', data }, now);
    changes.fact({ type: 'stop.created', data }, { subject: stop.id }, insertStop(connection, stop));
    stopRuns(context, held, { by: actor.id, reason: why, stop: stop.id });
    changes.forgetParticipants();
    return showStop(stop);
  },
});

/** People are paused, or asked; the off switch is for agents. */
const refuseNoAgent = ({ id, name, kind }: Participant) =>
  refuse('unknown_reference', { field: 'participant', participant: id, problem: `${name} is a ${kind}, not an agent` });
