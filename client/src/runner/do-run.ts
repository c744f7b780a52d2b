import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../index.ts';
import { driveAcp } from './acp/drive-acp.ts';
import { allowedEnvironment } from './allowed-environment.ts';
import type { Attempt } from './attempt.ts';
import { createOutput } from './create-output.ts';
import { driveCommand } from './drive-command.ts';
import { type Ending, type Result, endRun } from './end-run.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { holdWork } from './hold-work.ts';
import { keepNotes } from './notes.ts';
import { type Workplace, openWorkplace } from './open-workplace.ts';
import type { Desk } from './desk.ts';
import { startChild } from './start-child.ts';

/** One attempt at an item, from the claim to its ending; leaves no process, no folder and no token behind. */
export async function doRun(desk: Desk, claim: Claim): Promise<Ending> {
  const { agent, settings, alerts, stopping } = desk;
  const { item, run } = claim;
  const say = (text: string) => desk.say(`${item.key}: ${text}`);
  const folder = join(desk.root, run.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const notes = keepNotes(join(folder, 'signals.jsonl'));
  const hear = (signals: Parameters<typeof notes.hear>[0]) => {
    notes.hear(signals);
    alerts.ring();
  };
  const work = holdWork(agent.client, claim, { onSignals: hear, complain: say, grace: settings.grace });
  desk.beats.set(item.id, work.beat);
  const undo: (() => Promise<void>)[] = [];
  try {
    const result = await attempt(desk, { work, notes, folder, undo, say }).catch((error: unknown): Result => {
      say(messageOf(error));
      return { kind: 'release', reason: `The runner could not run it: ${messageOf(error)}`.slice(0, 2_000) };
    });
    await work.settle();
    return await endRun({ client: agent.client, work, alerts, stopping, say }, result);
  } finally {
    desk.beats.delete(item.id);
    await work.close();
    for (const one of undo.toReversed()) await one();
    await rm(folder, { recursive: true, force: true });
  }
}

type Making = {
  work: Attempt['work'];
  notes: Attempt['notes'];
  folder: string;
  undo: (() => Promise<void>)[];
  say: (text: string) => void;
};

async function attempt(desk: Desk, { work, notes, folder, undo, say }: Making): Promise<Result> {
  const { agent, settings, stopping } = desk;
  const { item, run, brief } = work.claim;
  const workplace = await openWorkplace({ place: settings.place, root: folder, key: item.key, run: run.id });
  undo.push(workplace.close);
  const granted = await agent.grant(item.key, settings.limit);
  undo.push(granted.end);
  const { markdown } = await agent.client.item.briefMarkdown({ id: item.id });
  const texts = { markdown, json: `${JSON.stringify(brief, null, 2)}\n` };
  await writeFile(join(folder, 'brief.md'), texts.markdown);
  await writeFile(join(folder, 'brief.json'), texts.json);

  const limit = settings.limit === null ? null : AbortSignal.timeout(settings.limit);
  const interrupted = (): Result | null => {
    if (work.lost.aborted) return { kind: 'gone', reason: messageOf(work.lost.reason) };
    if (stopping.aborted) return { kind: 'release', reason: 'The runner was stopped.' };
    if (limit?.aborted)
      return { kind: 'fail', reason: `It was not done within ${(settings.limit ?? 0) / 1000} seconds.` };
    return null;
  };
  const env = allowedEnvironment(desk.env, settings.environment, {
    COACT_URL: agent.client.url,
    COACT_TOKEN: granted.token,
    COACT_ITEM: item.id,
    COACT_KEY: item.key,
    COACT_RUN: run.id,
    COACT_FENCE: String(run.fence),
    COACT_BRIEF: join(folder, 'brief.md'),
    COACT_BRIEF_JSON: join(folder, 'brief.json'),
    COACT_SIGNALS: join(folder, 'signals.jsonl'),
  });
  const { command, grace } = settings;
  const made: Attempt = {
    settings,
    client: agent.client,
    agent: agent.id,
    work,
    workplace,
    evidence: gatherEvidence({ client: agent.client, folder: workplace.folder, complain: say }),
    output: createOutput(),
    notes,
    settled: new Set(),
    alerts: desk.alerts,
    brief: texts,
    token: granted.token,
    start: () => startChild({ command, folder: workplace.folder, env, run: run.id, grace, watchdog: desk.watchdog }),
    ending: AbortSignal.any([work.lost, stopping, ...(limit ? [limit] : [])]),
    interrupted,
    complain: say,
  };
  const result = await (settings.acp ? driveAcp(made) : driveCommand(made));
  return result.kind === 'fail' || result.kind === 'release' ? withLeftovers(made, workplace, result) : result;
}

/** What was changed before it ended without a delivery is kept for whoever does the work next. */
async function withLeftovers(
  { client, complain }: Attempt,
  workplace: Workplace,
  result: Extract<Result, { reason: string }>,
): Promise<Result> {
  try {
    const [patch, branch] = [await workplace.changes(), await workplace.keep()];
    if (patch === '') return result;
    const { sha256 } = await client.artifact.create({ name: 'unfinished.patch', text: patch });
    const where = `Unfinished changes: artifact ${sha256}${branch ? `, branch ${branch}` : ''}.`;
    return { ...result, reason: `${result.reason}\n${where}` };
  } catch (error) {
    complain(`What was changed could not be kept: ${messageOf(error)}`);
    return result;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
