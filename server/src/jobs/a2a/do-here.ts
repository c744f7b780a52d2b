import { createHash } from 'node:crypto';
import type { Said } from '../../operations/a2a/remote/said.ts';
import itemGet from '../../operations/item/get.ts';
import requestCreate from '../../operations/request/create.ts';
import runDeliver from '../../operations/run/deliver.ts';
import runFail from '../../operations/run/fail.ts';
import runHeartbeat from '../../operations/run/heartbeat.ts';
import runReport from '../../operations/run/report.ts';
import type { Delegation } from '../../store/a2a-remotes.ts';
import { type FollowOptions, type State, actForRemote } from './act-for-remote.ts';

type Run = Pick<Delegation, 'run' | 'fence'>;

/** It works: what it says is new is kept, and its lease renewed. */
export async function report(options: FollowOptions, { run, fence }: Run, heard: State, said: Said): Promise<State> {
  const told = (said.text.trim().slice(0, 2_000) || said.named).replaceAll(/\s+/g, ' ');
  if (told === heard.told) await beat(options, { run, fence });
  else await actForRemote(options, runReport, { id: run, fence, activity: told });
  return { ...heard, told, question: null };
}

/** It was heard, and said nothing new. */
export const beat = (options: FollowOptions, { run, fence }: Run) =>
  actForRemote(options, runHeartbeat, { id: run, fence });

/** Its question goes to whoever answers for the work; the same one is not asked twice. */
export async function askHere(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  { text, named }: Said,
): Promise<State> {
  const { run, fence, item, question } = delegation;
  await actForRemote(options, runReport, { id: run, fence, activity: 'Waits for an answer.' });
  const words = text.trim().slice(0, 10_000) || `The agent needs something (${named}) and does not say what.`;
  // What was just answered may still stand there for a moment.
  if (question !== null && words === heard.told) return { ...heard, told: 'Answered.', question: null };
  const digest = createHash('sha256').update(words).digest('hex');
  // Whoever dies between asking and noting it asks the same again: the key makes one question of both.
  const idempotencyKey = `ask ${run} ${question ?? 'first'} ${digest}`;
  const input = { kind: 'question', item, text: words, blocking: true };
  const { id } = await actForRemote<{ id: string }>(options, requestCreate, input, idempotencyKey);
  return { ...heard, told: words, question: id };
}

/** Delivers what it made: each required criterion is shown by all of it, and whoever verifies says whether that is enough. */
export async function deliver(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  { text, results }: Said,
): Promise<State> {
  const { run, fence, item } = delegation;
  const made = results.length > 0 ? results : text ? [{ name: 'answer', text }] : [];
  if (made.length === 0)
    return giveUp(options, delegation, heard, 'it says that it is done, and gave nothing that shows it');
  const { criteria } = await actForRemote<{ criteria: { id: string; required: boolean }[] }>(options, itemGet, {
    id: item,
  });
  const evidence = criteria
    .filter(({ required }) => required)
    .flatMap(({ id }) =>
      made.map((one) => ({ criterion: id, text: one.text, name: one.name.trim().slice(0, 120) || 'result' })),
    );
  await actForRemote(options, runDeliver, {
    id: run,
    fence,
    summary: text || 'Delivered by an agent elsewhere.',
    evidence: evidence.slice(0, 200),
  });
  return { ...heard, ended: true };
}

/** Ends the run: its owner learns by an exception what went wrong. */
export async function giveUp(options: FollowOptions, { run, fence }: Run, heard: State, why: string): Promise<State> {
  await actForRemote(options, runFail, { id: run, fence, reason: `The agent elsewhere: ${why}`.slice(0, 2_000) });
  return { ...heard, ended: true };
}
