import {
  type Heard,
  TaskLost,
  cancelRemote,
  readRemote,
  subscribeRemote,
} from '../../operations/a2a/remote/remote-client.ts';
import type { RemoteCall } from '../../operations/a2a/remote/connect-remote.ts';
import { wordsForTrouble } from '../../operations/a2a/remote/words-for-trouble.ts';
import type { Delegation, Noted } from '../../store/a2a-remotes.ts';
import { ActRefused, type FollowOptions, type State } from './act-for-remote.ts';
import { askHere, beat, deliver, giveUp, report } from './do-here.ts';
import { hearRemote } from './hear-remote.ts';
import { watchTask } from './watch-task.ts';

/** How soon a task is asked about again: from one second up, as long as it says nothing new. */
const SOONEST_MS = 1_000;
const LATEST_MS = 15_000;
/** How often an agent that does not hear is told to stop: over about two minutes. */
const CANCELS = 12;

/** What a look has come to, and what was wrong with the agent, in words; undefined where it says nothing of the agent. */
export type Followed = Noted & { trouble?: string | null };

const backOff = (misses: number) => Math.min(LATEST_MS, SOONEST_MS * 2 ** misses);

/** One look at a run that an agent elsewhere does: send, answer or ask, do here what its state means, and follow its stream. */
export async function followRun(options: FollowOptions, delegation: Delegation): Promise<Followed> {
  const { task, context, told, question } = delegation;
  const before: State = { task, context, told, question, ended: false };
  if (!delegation.live) return endThere(options, delegation, before);
  const stop = new AbortController();
  const call = { ...options.call, signal: AbortSignal.any([options.call.signal, stop.signal]) };
  try {
    const { state, more } = await step(options, call, delegation, before);
    return { ...(await goOn(options, { call, stop, delegation, state, more })), trouble: null };
  } catch (error) {
    const { now } = options;
    if (error instanceof TaskLost) {
      const state = await giveUp(options, delegation, before, error.message).catch(() => before);
      return { ...state, misses: 0, next: now(), trouble: null };
    }
    // No heartbeat is sent for an agent that is not heard: if it stays away, its lease ends as anybody's does.
    const missed = { ...before, misses: delegation.misses + 1, next: now() + backOff(delegation.misses) };
    return error instanceof ActRefused ? missed : { ...missed, trouble: wordsForTrouble(error) };
  } finally {
    stop.abort();
  }
}

/** Whoever stopped or cancelled it wants it to stop there as well. */
async function endThere(
  { call, now }: FollowOptions,
  { task, misses, told }: Delegation,
  before: State,
): Promise<Followed> {
  const ended = { ...before, ended: true, misses: 0, next: now() };
  if (!task) return ended;
  try {
    await cancelRemote(call, task);
    return ended;
  } catch {
    // What was told is forgotten: that says that it was told to stop before, so that it is not told again at once.
    const tries = told === null ? misses + 1 : 1;
    return tries < CANCELS ? { ...before, told: null, misses: tries, next: now() + backOff(tries) } : ended;
  }
}

type Step = { state: State; more: Heard['more'] };

async function step(options: FollowOptions, call: RemoteCall, delegation: Delegation, before: State): Promise<Step> {
  const heard = await hearRemote(options, call, delegation);
  if (heard === 'waiting') {
    await beat(options, delegation);
    return { state: before, more: null };
  }
  const { task } = delegation;
  if (task && heard.said.task !== null && heard.said.task !== task)
    return {
      state: await giveUp(options, delegation, before, `it answered about another task (${heard.said.task})`),
      more: null,
    };
  const state: State = { ...before, task: heard.said.task ?? task, context: heard.said.context ?? before.context };
  // Whoever goes on after a crash has to know the task before anything else is done about it.
  if (state.task !== task && !(await options.keep(state))) return { state, more: null };
  if (!heard.more || heard.said.state === 'working' || !state.task)
    return { state: await doHere(options, delegation, state, heard.said), more: heard.more };
  return { state: await doHere(options, delegation, state, await readRemote(call, state.task)), more: null };
}

async function doHere(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  said: Heard['said'],
): Promise<State> {
  switch (said.state) {
    case 'working':
      return report(options, delegation, heard, said);
    case 'asks':
      return askHere(options, delegation, heard, said);
    case 'done':
      return deliver(options, delegation, heard, said);
    case 'ended':
      return giveUp(
        options,
        delegation,
        heard,
        `it ended the task as ${said.named}${said.text ? `: ${said.text}` : ''}`,
      );
    case 'unknown':
      return giveUp(options, delegation, heard, `it told of a state that there is not (${said.named})`);
  }
}

type GoingOn = Step & { call: RemoteCall; stop: AbortController; delegation: Delegation };

/** Follows the stream where there is one, and says when to look again. */
async function goOn(options: FollowOptions, { call, stop, delegation, state, more }: GoingOn): Promise<Noted> {
  const { now } = options;
  const isNews = (after: State) => after.told !== delegation.told || after.task !== delegation.task;
  const wait = (after: State, misses: number) => ({
    ...after,
    misses,
    next: now() + (misses ? backOff(misses) : SOONEST_MS),
  });
  const misses = isNews(state) ? 0 : delegation.misses + 1;
  const { task, ended, question } = state;
  const over = ended || question !== null || task === null ? null : options.openStream(stop);
  if (!over || task === null) return wait(state, misses);
  const begun = now();
  try {
    if (!(await options.keep(state))) return wait(state, misses);
    const stream = more ?? subscribeRemote(call, task);
    const watched = await watchTask(options, delegation, state, { stream, stop });
    const lasted = now() - begun > LATEST_MS || watched.state.told !== state.told;
    const after = lasted ? 0 : misses;
    return watched.turned && after === 0 ? { ...watched.state, misses: 0, next: now() } : wait(watched.state, after);
  } finally {
    over();
  }
}
