import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { explainStop } from '../../domain/stop.ts';
import { lockPeople } from '../../store/people.ts';
import { stopOverMembers } from '../../store/stops.ts';
import { findSample, insertSample, lockSample } from '../../store/sample.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { makeCast } from './cast.ts';
import { tellInOrder } from './in-order.ts';
import { performIn } from './perform.ts';
import { deliveredStories } from './stories/delivered.ts';
import { doneStories } from './stories/done.ts';
import { plannedStories } from './stories/planned.ts';
import { secondThoughts } from './stories/second-thoughts.ts';
import { underWayStories } from './stories/under-way.ts';
import { waitingStories } from './stories/waiting.ts';
import { type Stage, ready } from './work.ts';

const stories = [
  ...doneStories,
  ...secondThoughts,
  ...underWayStories,
  ...deliveredStories,
  ...waitingStories,
  ...plannedStories,
];

export default command({
  name: 'sample.create',
  summary: 'Make a small organisation with work in all states to try Coact with; `sample.remove` takes it all away.',
  http: 'POST /v1/sample',
  status: 201,
  locks: true,
  input: z.object({}),
  output: z
    .object({ team: id, outcome: id, participants: z.array(id).describe('A colleague and two agents.') })
    .meta({ id: 'Sample', description: 'The sample organisation.' }),
  needs: { action: 'sample.create' },
  refuses: ['sample_exists', 'stopped'],
  example: { input: {}, output: { team: ids.team, outcome: ids.item, participants: [ids.ana, ids.bot] } },

  async load({ connection }) {
    await lockSample(connection);
    await lockPeople(connection);
    const stopped = await stopOverMembers(connection, []);
    if (stopped) return refuse('stopped', explainStop(stopped));
    return { exists: (await findSample(connection)) !== null };
  },

  /**
   * The acts of the sample are judged, and leave their events, one by one as everybody's do: each needs what the one before
   * wrote. They are written as they are done, in the transaction that this command has opened, and so stand or fall with it.
   */
  async decide(context, { exists }) {
    if (exists) return refuse('sample_exists');
    const { changes, connection, now } = context;
    const perform = performIn(context);
    const cast = await makeCast(context, perform);
    const relaunch = await writeRelaunch({ ...cast, perform, context });
    await tellInOrder(
      perform,
      stories.map((story) => (inTurn) => story({ ...cast, perform: inTurn, context, relaunch })),
    );
    const { team, outcome, mira, builder, writer } = cast;
    const participants = [mira.id, builder.id, writer.id];
    const made = { team, participants, outcomes: [outcome] };
    changes.fact(
      {
        type: 'sample.created',
        data: { ...made, note: 'What was told about this team before is made up, its times too.' },
      },
      { subject: team },
      insertSample(connection, made, now),
    );
    return { team, outcome, participants };
  },
});

const DAY = 86_400_000;

/** The work that most of the sample is a part of. */
async function writeRelaunch(stage: Omit<Stage, 'relaunch'>): Promise<string> {
  const contract = {
    title: 'Relaunch the web shop',
    outcome: 'The new shop takes all orders; the old one is switched off.',
    criteria: [{ text: 'A week has passed without an order through the old shop' }],
    priority: 'high',
    type: 'feature',
    labels: ['relaunch'],
    due: new Date(stage.context.now + 21 * DAY).toISOString(),
  };
  return (await ready(stage, contract, 490)).id;
}
