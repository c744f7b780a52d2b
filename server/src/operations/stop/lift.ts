import { z } from 'zod';
import type { Facts } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Stop, evolveStop, liftStop } from '../../domain/stop.ts';
import { findParticipant } from '../../store/people.ts';
import { findTeam } from '../../store/teams.ts';
import { findStop, updateLifted } from '../../store/stops.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id, reason } from '../resources/basics.ts';
import { showStop, stopResource } from '../resources/stop.ts';
import { exampleStop } from './example.ts';

type Loaded = { stop: Stop; sponsor: string | null; lead: string | null };

export default command({
  name: 'stop.lift',
  summary:
    'Lift a stop: the agents that no other one covers may claim work again. What they held stays taken from them.',
  http: 'POST /v1/stops/{id}/lift',
  input: z.object({ id, reason: reason.optional() }),
  output: stopResource,
  needs: { action: 'stop.lift', facts: liftFacts },
  refuses: ['not_found', 'wrong_state'],
  example: {
    input: { id: exampleStop.id, reason: 'The address is right now.' },
    output: { ...exampleStop, lifted: { at: ids.at, by: ids.ana, reason: 'The address is right now.' } },
  },

  async load({ connection }, input): Promise<Loaded | Refusal> {
    const stop = await findStop(connection, input.id);
    if (!stop) return refuse('not_found', { field: 'id', stop: input.id });
    const [participant, team] = await Promise.all([
      stop.participant ? findParticipant(connection, stop.participant) : null,
      stop.team ? findTeam(connection, stop.team) : null,
    ]);
    return { stop, sponsor: participant?.sponsor ?? null, lead: team?.lead ?? null };
  },

  decide({ actor, changes, connection, now }, { stop }, { reason: why }) {
    const events = liftStop(stop, actor.id, why ?? null);
    if (isRefusal(events)) return events;
    const after = events.reduce((state, event) => evolveStop(state, event, now), stop);
    for (const event of events) changes.fact(event, { subject: stop.id }, updateLifted(connection, after));
    changes.forgetParticipants();
    return showStop(after);
  },
});

/** What an admin has stopped, only an admin lets go on. */
function liftFacts({ stop, sponsor, lead }: Loaded): Facts {
  return stop.byAdmin ? {} : { subjectSponsor: sponsor, teamLead: lead };
}
