import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, HeldForApproval } from 'coact';
import { counted } from './counted.ts';
import type { Door } from './door.ts';

/** What an agent does with any work: taking it, saying how far it is, hearing what it is told. */
export type Work = {
  claim: Claim;
  /** Says what is being done; `progress` from 0 to 1, `cost` so far in the workspace's currency. */
  report(activity: string, progress: number, cost: number): Promise<void>;
  /** Beats until a signal of this kind is heard, and gives its data; other signals are said and passed over. */
  hear(kind: string): Promise<Record<string, unknown>>;
  /** Keeps the lease while something else goes on, until it is stopped; `lost` is aborted when the work is no longer ours. */
  keep(): { lost: AbortSignal; stop(): void };
  /** Delivers; where that needs approval, keeps the lease until it is answered, and fails when it is declined. */
  deliver(delivery: {
    summary: string;
    evidence: { criterion: string; artifact: string; name: string }[];
  }): Promise<void>;
};

/** One line on the standard output; whoever started the agent reads them. */
export const say = (text: string): void => console.log(text.replaceAll(/\s+/g, ' '));

/** How long an agent waits for anything before it gives up, in milliseconds: no process is left behind. */
export const patience = 60_000;
const beat = 250;

/** Takes the next ready work that we are able to do, waiting for some to come; `item` is work that we had before. */
export async function takeWork(door: Door, { lease, item }: { lease: number; item?: string }): Promise<Work> {
  const until = Date.now() + patience;
  for (;;) {
    const claim = await door.work.claim({ lease, ...(item !== undefined && { item }) });
    if (claim) return underLease(door, claim);
    if (Date.now() > until) throw new Error('No work came.');
    await pause(beat);
  }
}

function underLease(door: Door, claim: Claim): Work {
  const { id, fence } = claim.run;
  sayWhat(claim);
  return {
    claim,
    async report(activity, progress, cost) {
      await door.run.report({ id, fence, activity, progress, usage: { cost } });
      say(activity);
    },
    async hear(kind) {
      const until = Date.now() + patience;
      while (Date.now() < until) {
        const { signals } = await door.run.heartbeat({ id, fence });
        const wanted = signals.find((signal) => signal.kind === kind);
        if (wanted) return wanted.data;
        for (const signal of signals) say(`heard ${signal.kind}`);
        await pause(beat);
      }
      throw new Error(`Heard no ${kind}.`);
    },
    keep: () => keep(door, claim),
    async deliver(delivery) {
      try {
        await door.run.deliver({ id, fence, ...delivery });
      } catch (error) {
        if (!(error instanceof HeldForApproval)) throw error;
        say(`held for approval: ${String(error.request.body['text'])}`);
        await approved(door, { claim, request: error.request.id });
      }
    },
  };
}

function sayWhat({ brief, run }: Claim): void {
  const [reason] = brief.why;
  say(
    `claimed ${brief.item.key} "${brief.item.title}" (fence ${run.fence})${reason ? `, for ${reason.key ?? 'the outcome'} "${reason.title}"` : ''}`,
  );
  say(
    `brief: ${counted(brief.contract.criteria.length, 'criterion', 'criteria')}; may decide: ${brief.authority.mayDecide[0]?.toLowerCase() ?? 'nothing'}`,
  );
}

/** Renews at a third of the lease, by any door; the SDK alone would do it by itself. */
function keep(door: Door, { run }: Claim): { lost: AbortSignal; stop(): void } {
  const { id, fence, leaseExpiresAt } = run;
  const lost = new AbortController();
  const every = (Date.parse(leaseExpiresAt ?? '') - Date.now()) / 3;
  const beating = setInterval(
    () => {
      door.run.heartbeat({ id, fence }).catch((error: unknown) => lost.abort(error));
    },
    Math.max(beat, every),
  );
  return { lost: lost.signal, stop: () => clearInterval(beating) };
}

async function approved(door: Door, { claim, request }: { claim: Claim; request: string }): Promise<void> {
  const kept = keep(door, claim);
  try {
    for (const until = Date.now() + patience; Date.now() < until; await pause(beat)) {
      const { state } = await door.request.get({ id: request });
      if (state === 'answered') return say('approved');
      if (state !== 'open') throw new Error(`The delivery was ${state}.`);
    }
    throw new Error('Nobody approved the delivery.');
  } finally {
    kept.stop();
  }
}
