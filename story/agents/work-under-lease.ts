import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, type Client, HeldForApproval, connect } from 'coact';
import { counted } from './counted.ts';

/** What an agent does with any work: taking it, saying how far it is, hearing what it is told. */
export type Work = {
  claim: Claim;
  /** Says what is being done; `progress` from 0 to 1, `cost` so far in the workspace's currency. */
  report(activity: string, progress: number, cost: number): Promise<void>;
  /** Beats until a signal of this kind is heard, and gives its data; other signals are said and passed over. */
  hear(kind: string): Promise<Record<string, unknown>>;
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

/** The server and who we are come from the environment, as for every agent. */
export function connectFromEnvironment(): Client {
  const { COACT_URL: url, COACT_TOKEN: token } = process.env;
  if (!url || !token) throw new Error('Set COACT_URL and COACT_TOKEN.');
  return connect({ url, token });
}

/** Takes the next ready work that we are able to do, waiting for some to come; `item` is work that we had before. */
export async function takeWork(client: Client, { lease, item }: { lease: number; item?: string }): Promise<Work> {
  const until = Date.now() + patience;
  for (;;) {
    const claim = await client.work.claim({ lease, ...(item !== undefined && { item }) });
    if (claim) return underLease(client, claim);
    if (Date.now() > until) throw new Error('No work came.');
    await pause(beat);
  }
}

function underLease(client: Client, claim: Claim): Work {
  const { brief, run } = claim;
  const { id, fence } = run;
  const [reason] = brief.why;
  say(
    `claimed ${brief.item.key} "${brief.item.title}" (fence ${fence})${reason ? `, for ${reason.key ?? 'the outcome'} "${reason.title}"` : ''}`,
  );
  say(
    `brief: ${counted(brief.contract.criteria.length, 'criterion', 'criteria')}; may decide: ${brief.authority.mayDecide[0]?.toLowerCase() ?? 'nothing'}`,
  );
  return {
    claim,
    async report(activity, progress, cost) {
      await client.run.report({ id, fence, activity, progress, usage: { cost } });
      say(activity);
    },
    async hear(kind) {
      const until = Date.now() + patience;
      while (Date.now() < until) {
        const { signals } = await client.run.heartbeat({ id, fence });
        const wanted = signals.find((signal) => signal.kind === kind);
        if (wanted) return wanted.data;
        for (const signal of signals) say(`heard ${signal.kind}`);
        await pause(beat);
      }
      throw new Error(`Heard no ${kind}.`);
    },
    async deliver(delivery) {
      try {
        await client.run.deliver({ id, fence, ...delivery });
      } catch (error) {
        if (!(error instanceof HeldForApproval)) throw error;
        say(`held for approval: ${String(error.request.body['text'])}`);
        await approved(client, { run, request: error.request.id });
      }
    },
  };
}

async function approved(client: Client, { run, request }: { run: Claim['run']; request: string }): Promise<void> {
  const held = client.hold(run);
  try {
    for (const until = Date.now() + patience; Date.now() < until; await pause(beat)) {
      const { state } = await client.request.get({ id: request });
      if (state === 'answered') return say('approved');
      if (state !== 'open') throw new Error(`The delivery was ${state}.`);
    }
    throw new Error('Nobody approved the delivery.');
  } finally {
    held.stop();
  }
}
