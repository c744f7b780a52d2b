import { z } from 'zod';
import { type Stopped, explainStop } from '../../domain/stop.ts';
import { id, instant } from './basics.ts';

/** What stops an agent, as everybody sees it beside the agent and as the agent is told. */
export const stopped = z
  .object({
    stop: id.describe('`stop.lift` takes it.'),
    by: z.object({ id, name: z.string().nullable() }),
    reason: z.string(),
    since: instant,
    covers: z.enum(['agent', 'team', 'workspace']).describe('This agent alone, the agents of a team, or all agents.'),
  })
  .meta({ id: 'Stopped', description: 'Why an agent may do nothing now; null where it is not stopped.' });

export const showStopped = (one: Stopped): z.input<typeof stopped> => explainStop(one);
