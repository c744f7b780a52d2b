import { z } from 'zod';
import type { Stop } from '../../domain/stop.ts';
import { id, instant, iso } from './basics.ts';

export const stopResource = z
  .object({
    id,
    covers: z.enum(['agent', 'team', 'workspace']),
    participant: id.nullable().describe('The agent that it stops, if it is one.'),
    team: id.nullable().describe('The team whose agents it stops, with those of the teams below it.'),
    reason: z.string(),
    by: id,
    since: instant,
    agents: z.array(id).describe('Whom it stopped when it was made; those who come under it later are stopped too.'),
    ended: z
      .array(z.object({ run: id, item: id, key: z.string(), executor: id }))
      .describe('The runs that it ended; their work is ready again.'),
    lifted: z
      .object({ at: instant, by: id, reason: z.string().nullable() })
      .nullable()
      .describe('Null while it is in force.'),
  })
  .meta({ id: 'Stop', description: 'An off switch for agents, with who pulled it and why.' });

export const coverOf = ({ participant, team }: Pick<Stop, 'participant' | 'team'>) =>
  participant ? 'agent' : team ? 'team' : 'workspace';

export const showStop = (stop: Stop): z.input<typeof stopResource> => ({
  id: stop.id,
  covers: coverOf(stop),
  participant: stop.participant,
  team: stop.team,
  reason: stop.reason,
  by: stop.by,
  since: iso(stop.createdAt),
  agents: [...stop.agents],
  ended: stop.ended.map((one) => ({ ...one })),
  lifted: stop.liftedAt === null ? null : { at: iso(stop.liftedAt), by: stop.liftedBy ?? '', reason: stop.liftReason },
});
