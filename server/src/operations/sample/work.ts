import type { Bearer } from '../../store/people.ts';
import { requestsOfItem } from '../../store/requests.ts';
import itemCommit from '../item/commit.ts';
import itemCreate from '../item/create.ts';
import requestRespond from '../request/respond.ts';
import runDeliver from '../run/deliver.ts';
import runReport from '../run/report.ts';
import workClaim from '../work/claim.ts';
import type { CommandContext } from '../context.ts';
import type { Cast } from './cast.ts';
import type { Perform } from './perform.ts';

/** What the acts of the sample have in common: work that is written down, taken, reported on, delivered and judged. */

export type Stage = Cast & {
  perform: Perform;
  context: CommandContext;
  /** The id of the item that most others are parts of. */
  relaunch: string;
};
export type Story = (stage: Stage) => Promise<void>;
export type Work = { id: string; key: string };
export type Held = Work & { run: string; fence: number };

/** A day is what an agent of the sample may be silent for: nobody sends heartbeats for it. */
const LEASE = 86_400;

/** Writes work down as its owner, who is `me` unless stated. */
export const write = (
  { perform, me, team, outcome }: Omit<Stage, 'relaunch'>,
  contract: object,
  ago: number,
  owner: Bearer = me,
) => perform<Work>(owner, itemCreate, { team, serves: outcome, ...contract }, ago);

/** Writes clear work down and commits it an hour later. */
export async function ready(
  stage: Omit<Stage, 'relaunch'>,
  contract: object,
  ago: number,
  owner: Bearer = stage.me,
): Promise<Work> {
  const item = await write(stage, contract, ago, owner);
  await stage.perform(owner, itemCommit, { id: item.id }, ago - 0.5);
  return item;
}

export async function take({ perform }: Stage, item: Work, who: Bearer, ago: number): Promise<Held> {
  const claim = { item: item.id, lease: LEASE };
  const { run } = await perform<{ run: { id: string; fence: number } }>(who, workClaim, claim, ago);
  return { ...item, run: run.id, fence: run.fence };
}

export type Said = { activity: string; progress: number; tokens?: number; cost?: number; minutes?: number };

export const report = (
  { perform }: Stage,
  held: Held,
  who: Bearer,
  { activity, progress, ...usage }: Said,
  ago: number,
) => perform(who, runReport, { id: held.run, fence: held.fence, activity, progress, usage }, ago);

type Delivered = { summary: string; evidence: { criterion: string; name: string; text: string }[] };

export const deliver = ({ perform }: Stage, held: Held, who: Bearer, delivered: Delivered, ago: number) =>
  perform(who, runDeliver, { id: held.run, fence: held.fence, ...delivered }, ago);

export type Verdict = { criterion: string; verdict: 'pass' | 'fail'; reason?: string };

/** Judges what was delivered; all its criteria pass unless verdicts are given. */
export async function judge(
  { perform, context }: Stage,
  held: Held,
  who: Bearer,
  verdicts: readonly Verdict[],
  ago: number,
): Promise<void> {
  const open = await requestsOfItem(context.connection, held.id, { open: true });
  const review = open.find(({ kind }) => kind === 'review');
  await perform(who, requestRespond, { id: review?.id, verdicts }, ago);
}

/** Work that went through without a word too many. */
export type Finished = { contract: object; owner?: Bearer; who: Bearer; says: Said; delivered: Delivered };

/** Lets work go from its first line to its acceptance within a day. */
export async function finish(stage: Stage, finished: Finished, ago: number): Promise<Held> {
  const { contract, owner = stage.me, who, says, delivered } = finished;
  const held = await take(stage, await ready(stage, contract, ago, owner), who, ago - 6);
  await report(stage, held, who, says, ago - 10);
  await deliver(stage, held, who, delivered, ago - 12);
  const verdicts = delivered.evidence.map(({ criterion }) => ({ criterion, verdict: 'pass' as const }));
  await judge(stage, held, owner, verdicts, ago - 20);
  return held;
}
