import { type Client, CoactError, type EvidenceInput, HeldForApproval } from '../index.ts';
import type { Alerts } from './alerts.ts';
import type { Work } from './hold-work.ts';

/** What an attempt came to, by whoever drove the command. */
export type Result =
  | { kind: 'deliver'; summary: string; evidence: EvidenceInput[] }
  | { kind: 'fail'; reason: string }
  | { kind: 'release'; reason: string }
  /** The run is no longer ours: there is nothing left to say. */
  | { kind: 'gone'; reason: string };

/** How the run ended, in a word and a sentence. */
export type Ending = { kind: 'delivered' | 'failed' | 'released' | 'gone'; says: string };

export type EndOptions = {
  client: Client;
  work: Work;
  alerts: Alerts;
  stopping: AbortSignal;
  say: (text: string) => void;
};

/** Ends the run as the result says. A delivery that is held is waited for, with the lease kept. */
export async function endRun(options: EndOptions, result: Result): Promise<Ending> {
  if (result.kind === 'gone') return { kind: 'gone', says: result.reason };
  try {
    return await send(options, result);
  } catch (error) {
    if (!(error instanceof CoactError)) return untold(error);
    if (error.code === 'stale_fence') return howItEnded(options);
    if (error.retryable || result.kind !== 'deliver') return untold(error);
    return endRun(options, { kind: 'fail', reason: `The delivery was refused: ${error.message}`.slice(0, 10_000) });
  }
}

/** Its lease ends by itself, and the work is ready again. */
const untold = (error: unknown): Ending => ({
  kind: 'gone',
  says: `How it ended could not be told: ${error instanceof Error ? error.message : String(error)}`,
});

async function send(options: EndOptions, result: Exclude<Result, { kind: 'gone' }>): Promise<Ending> {
  const { client, work, stopping } = options;
  const { id, fence } = work.claim.run;
  // Whoever asked the runner to end does not wait for a server that is away.
  const how = stopping.aborted ? { signal: AbortSignal.timeout(5_000) } : {};
  if (result.kind === 'release') {
    await client.run.release({ id, fence, reason: result.reason }, how);
    return { kind: 'released', says: result.reason };
  }
  if (result.kind === 'fail') {
    await client.run.fail({ id, fence, reason: result.reason }, how);
    return { kind: 'failed', says: result.reason };
  }
  const { summary, evidence } = result;
  try {
    await client.run.deliver({ id, fence, summary, evidence }, how);
  } catch (error) {
    if (!(error instanceof HeldForApproval)) throw error;
    return awaitApproval(options, error.request.id);
  }
  return { kind: 'delivered', says: summary };
}

async function awaitApproval(options: EndOptions, id: string): Promise<Ending> {
  const { client, work, alerts, stopping, say } = options;
  say('The delivery waits for approval.');
  for (;;) {
    const { state, response } = await client.request.get({ id });
    if (state === 'answered') return { kind: 'delivered', says: 'The delivery was approved.' };
    if (state !== 'open') {
      const why = response?.['reason'];
      const reason = typeof why === 'string' && why ? `: ${why}` : '.';
      return send(options, { kind: 'fail', reason: `The delivery was ${state}${reason}` });
    }
    // What approved it has ended the run as well; only then is the answer looked at first.
    if (work.lost.aborted) return howItEnded(options);
    if (stopping.aborted) {
      await client.request.withdraw({ id, reason: 'The runner was stopped.' }).catch(() => {});
      return send(options, {
        kind: 'release',
        reason: 'The runner was stopped while the delivery waited for approval.',
      });
    }
    await alerts.next(2_000, AbortSignal.any([stopping, work.lost]));
  }
}

/** The command may have ended its run by its own token; or somebody stopped it. */
async function howItEnded({ client, work }: EndOptions): Promise<Ending> {
  const { item, run } = work.claim;
  const { items } = await client.run.list({ item: item.id, limit: 20 }).catch(() => ({ items: [] }));
  const ended = items.find(({ id }) => id === run.id);
  const kind = (['delivered', 'failed', 'released'] as const).find((one) => one === ended?.ending) ?? 'gone';
  return { kind, says: [ended?.ending ?? 'It is no longer ours', ended?.note].filter(Boolean).join(': ') };
}
