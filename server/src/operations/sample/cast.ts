import type { Bearer } from '../../store/people.ts';
import { findTeam } from '../../store/teams.ts';
import type { CommandContext } from '../context.ts';
import outcomeCreate from '../outcome/create.ts';
import outcomeMeasure from '../outcome/measure.ts';
import participantCreate from '../participant/create.ts';
import teamCreate from '../team/create.ts';
import { type Perform, findActor } from './perform.ts';

/** Who takes part in the sample, and what their work is for. */
export type Cast = {
  /** Whoever asked for the sample: accountable for most of it. */
  me: Bearer;
  mira: Bearer;
  builder: Bearer;
  writer: Bearer;
  team: string;
  outcome: string;
};

const WEEK = 168;

/** Makes the team, a colleague, two agents and the outcome that they work towards. */
export async function makeCast(context: CommandContext, perform: Perform): Promise<Cast> {
  const me = context.actor;
  const key = await freeKey(context);
  const { id: team } = await perform(me, teamCreate, { name: 'Sample', key, lead: me.id }, 3 * WEEK);
  const join = async (said: object) => {
    const { id } = await perform(me, participantCreate, { ...said, teams: [team] }, 3 * WEEK);
    return findActor(context, id);
  };
  const mira = await join({ kind: 'human', name: 'Mira Lindt' });
  const builder = await join({ kind: 'agent', name: 'shop-builder', skills: ['web'], sponsor: me.id, wipLimit: 4 });
  const writer = await join({ kind: 'agent', name: 'copy-writer', skills: ['writing'], sponsor: me.id, wipLimit: 3 });
  return { me, mira, builder, writer, team, outcome: await makeOutcome(perform, me) };
}

async function makeOutcome(perform: Perform, me: Bearer): Promise<string> {
  const { id } = await perform(
    me,
    outcomeCreate,
    {
      title: 'Customers pay without calling us',
      description:
        'Four of ten customers call before they pay: they do not find the whole price, or the payment fails without a reason. Each call costs us nine minutes.',
      measures: [
        { name: 'Orders paid without a call', unit: '%', baseline: 61, target: 95 },
        { name: 'Calls about payments', unit: 'a week', baseline: 140, target: 30 },
      ],
    },
    3 * WEEK,
  );
  const readings: [measure: string, value: number, note: string, hoursAgo: number][] = [
    ['m1', 66, 'After the price was shown earlier', 240],
    ['m2', 118, 'Counted by the switchboard', 238],
    ['m1', 78, 'After cards without an account', 60],
    ['m2', 83, 'Counted by the switchboard', 58],
  ];
  for (const [measure, value, note, ago] of readings)
    await perform(me, outcomeMeasure, { id, measure, value, note }, ago);
  return id;
}

/** Begins the keys of the sample's items: `SAMPLE`, unless a real team has that key. */
async function freeKey({ connection }: CommandContext): Promise<string> {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? 'SAMPLE' : `SAMPLE${n}`;
    if (!(await findTeam(connection, key))) return key;
  }
}
