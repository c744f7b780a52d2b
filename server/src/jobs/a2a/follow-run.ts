import { createHash } from 'node:crypto';
import { isRefusal } from '../../domain/refusals.ts';
import {
  type RemoteCall,
  type Said,
  TaskLost,
  cancelRemote,
  readRemote,
  sendRemote,
} from '../../operations/a2a/remote/remote-client.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import itemBriefMarkdown from '../../operations/item/brief-markdown.ts';
import itemGet from '../../operations/item/get.ts';
import requestCreate from '../../operations/request/create.ts';
import requestGet from '../../operations/request/get.ts';
import runDeliver from '../../operations/run/deliver.ts';
import runFail from '../../operations/run/fail.ts';
import runReport from '../../operations/run/report.ts';
import type { Delegation, Noted } from '../../store/a2a-remotes.ts';
import type { Bearer } from '../../store/people.ts';

/** How soon a task is asked about again: from one second up, as long as it says nothing new. */
const SOONEST_MS = 1_000;
const LATEST_MS = 15_000;

export type FollowOptions = {
  execute: Execute;
  workspace: string;
  bearer: Bearer;
  call: RemoteCall;
  now: () => number;
};
type State = Omit<Noted, 'next'>;

/** One step with a run that an agent elsewhere does: send, answer or ask, and do here what its state means. */
export async function followRun(options: FollowOptions, delegation: Delegation): Promise<Noted> {
  const { now } = options;
  const { task, context, told, question, misses, live } = delegation;
  const before: State = { task, context, told, question, misses, ended: false };
  if (!live) {
    // Whoever stopped or cancelled it wants it to stop there as well; an agent that does not hear is asked no further.
    if (task) await cancelRemote(options.call, task).catch(() => undefined);
    return { ...before, ended: true, next: now() };
  }
  try {
    const after = await step(options, delegation, before);
    const wait =
      after.told === told && after.task === task ? Math.min(LATEST_MS, SOONEST_MS * 2 ** after.misses) : SOONEST_MS;
    return { ...after, next: now() + wait };
  } catch (error) {
    if (error instanceof TaskLost)
      return { ...(await giveUp(options, delegation, before, error.message)), next: now() };
    // No heartbeat is sent for an agent that is not heard: if it stays away, its lease ends as anybody's does.
    return { ...before, misses: misses + 1, next: now() + Math.min(LATEST_MS, SOONEST_MS * 2 ** misses) };
  }
}

async function step(options: FollowOptions, delegation: Delegation, before: State): Promise<State> {
  const said = await hear(options, delegation);
  if (said === 'waiting') return { ...before, misses: 0 };
  const { task } = delegation;
  if (task && said.task !== null && said.task !== task)
    return giveUp(options, delegation, before, `it answered about another task (${said.task})`);
  const heard: State = { ...before, task: said.task ?? task, context: said.context ?? before.context, misses: 0 };
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

/** Sends what is to be sent, or asks how the task stands. */
async function hear(
  options: FollowOptions,
  { run, item, task, context, question }: Delegation,
): Promise<Said | 'waiting'> {
  const { call } = options;
  if (task === null) {
    const { markdown } = await act<{ markdown: string }>(options, itemBriefMarkdown, { id: item, maxTokens: 20_000 });
    return sendRemote(call, { messageId: `run-${run}`, text: markdown, task, context, metadata: { item, run } });
  }
  if (question === null) return readRemote(call, task);
  const asked = await act<{ state: string; response: { answer?: string } | null }>(options, requestGet, {
    id: question,
  });
  if (asked.state !== 'open') {
    const text = asked.response?.answer ?? 'Nobody answered. Go on as you think best.';
    return sendRemote(call, { messageId: `answer-${question}`, text, task, context, metadata: { request: question } });
  }
  const said = await readRemote(call, task);
  return said.state === 'asks' ? 'waiting' : said;
}

async function report(
  options: FollowOptions,
  { run, fence }: Delegation,
  heard: State,
  { text, named }: Said,
): Promise<State> {
  const told = text || named;
  await act(options, runReport, { id: run, fence, activity: told.trim().slice(0, 2_000) || named });
  return { ...heard, told, question: null };
}

/** Its question goes to whoever answers for the work; the same one is not asked twice. */
async function askHere(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  { text, named }: Said,
): Promise<State> {
  const { run, fence, item, question } = delegation;
  await act(options, runReport, { id: run, fence, activity: 'Waits for an answer.' });
  const words = text.trim().slice(0, 10_000) || `The agent needs something (${named}) and does not say what.`;
  // What was just answered may still stand there for a moment.
  if (question !== null && words === heard.told) return { ...heard, told: 'Answered.', question: null };
  const digest = createHash('sha256').update(words).digest('hex');
  // Whoever dies between asking and noting it asks the same again: the key makes one question of both.
  const idempotencyKey = `ask ${run} ${question ?? 'first'} ${digest}`;
  const input = { kind: 'question', item, text: words, blocking: true };
  const { id } = await act<{ id: string }>(options, requestCreate, input, idempotencyKey);
  return { ...heard, told: words, question: id };
}

/** Delivers what it made: each required criterion is shown by all of it, and whoever verifies says whether that is enough. */
async function deliver(
  options: FollowOptions,
  delegation: Delegation,
  heard: State,
  { text, results }: Said,
): Promise<State> {
  const { run, fence, item } = delegation;
  const made = results.length > 0 ? results : text ? [{ name: 'answer', text }] : [];
  if (made.length === 0)
    return giveUp(options, delegation, heard, 'it says that it is done, and gave nothing that shows it');
  const { criteria } = await act<{ criteria: { id: string; required: boolean }[] }>(options, itemGet, { id: item });
  const evidence = criteria
    .filter(({ required }) => required)
    .flatMap(({ id }) =>
      made.map((one) => ({ criterion: id, text: one.text, name: one.name.trim().slice(0, 120) || 'result' })),
    );
  await act(options, runDeliver, {
    id: run,
    fence,
    summary: text || 'Delivered by an agent elsewhere.',
    evidence: evidence.slice(0, 200),
  });
  return { ...heard, ended: true };
}

/** Ends the run: its owner learns by an exception what went wrong. */
async function giveUp(options: FollowOptions, { run, fence }: Delegation, heard: State, why: string): Promise<State> {
  await act(options, runFail, { id: run, fence, reason: `The agent elsewhere: ${why}`.slice(0, 2_000) });
  return { ...heard, ended: true };
}

/** As the agent, by the same operations as everybody. A refusal is looked at with the next step, which finds the run ended. */
async function act<Body>(
  { execute, workspace, bearer }: FollowOptions,
  operation: Operation,
  input: object,
  idempotencyKey: string | null = null,
): Promise<Body> {
  const outcome = await execute({ operation, workspace, bearer, input, idempotencyKey });
  if (isRefusal(outcome)) throw new Error(`${operation.name} was refused with ${outcome.refused}`);
  return outcome.body as Body;
}
