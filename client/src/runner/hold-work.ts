import { stripVTControlCharacters } from 'node:util';
import { type Claim, type Client, CoactError, type Signal } from '../index.ts';

/** Milliseconds between two activities that are only lines of output. */
const pace = 2_000;
/** Words that wait to be sent; more than a server away for long would let pile up are not of interest later. */
const room = 100;

type News = { progress?: number; usage?: Record<string, unknown> };

/** Work in hand: its lease kept, what is done told live, and its signals heard. */
export type Work = {
  claim: Claim;
  /** Aborted when the run is no longer ours. */
  lost: AbortSignal;
  /** What is being done, kept in the history. */
  tell(activity: string, news?: News): void;
  /** A line of output: shown live, the last one of every two seconds. */
  echo(line: string): void;
  /** How far it is and what it used so far, with the next word. */
  note(news: News): void;
  /** Asks now whether the run is still ours and what there is to hear. */
  beat: () => void;
  /** Sends what waits: after the run has ended nothing is counted any more. */
  settle: () => Promise<void>;
  /** Ends the heartbeats; the run itself goes on until its lease ends. */
  close(): Promise<void>;
};

export type HoldWorkOptions = {
  /** Milliseconds that ending takes. */
  grace: number;
  onSignals: (signals: Signal[]) => void;
  complain: (text: string) => void;
};

export function holdWork(client: Client, claim: Claim, { onSignals, complain, grace }: HoldWorkOptions): Work {
  const { id, fence } = claim.run;
  const losing = new AbortController();
  const lose = (error: unknown) => losing.abort(error);
  const { leaseExpiresAt } = claim.run;
  const lease = leaseExpiresAt === null ? 0 : Date.parse(leaseExpiresAt) - Date.now() - client.clockAhead();
  const margin = Math.max(0, Math.min(grace, lease / 4));
  const held = client.hold(claim.run, { onSignals, onLost: lose, margin });
  let waiting = 0;
  let pending: News = {};
  let line: string | null = null;
  let shown: string | null = null;
  let sending = Promise.resolve();

  const send = async (activity: string | null) => {
    if (losing.signal.aborted) return;
    const news = pending;
    pending = {};
    const { signals, over } = await sendNews(client, { id, fence, ...news }, { activity, complain });
    if (signals.length > 0) onSignals(signals);
    if (over) lose(over);
  };
  const next = async (earlier: Promise<void>, activity: string | null) => {
    await earlier;
    await send(activity);
    waiting -= 1;
  };
  const put = (activity: string | null) => {
    if (waiting >= room || activity === '') return;
    waiting += 1;
    sending = next(sending, activity);
  };
  const tick = setInterval(() => {
    if (waiting > 0) return;
    if (line !== null && line !== shown) put(line);
    else if (Object.keys(pending).length > 0) put(null);
    shown = line;
  }, pace);
  const note = (news: News) => void (pending = { ...pending, ...news });
  return {
    claim,
    lost: losing.signal,
    note,
    tell(activity, news = {}) {
      note(news);
      put(plainText(activity));
    },
    echo: (text) => void (line = plainText(text) || line),
    beat: () => put(null),
    async settle() {
      if (Object.keys(pending).length > 0) put(null);
      await sending;
    },
    async close() {
      clearInterval(tick);
      await sending;
      held.stop();
    },
  };
}

type Sending = { activity: string | null; complain: (text: string) => void };

/** Sends one word of a run; gives what there is to hear, and why the run is over, if it is. */
async function sendNews(
  client: Client,
  said: { id: string; fence: number },
  { activity, complain }: Sending,
): Promise<{ signals: Signal[]; over?: Error }> {
  try {
    const answer = await (activity === null ? client.run.heartbeat(said) : client.run.report({ ...said, activity }));
    return { signals: answer.signals, ...(answer.ended !== undefined && { over: new Error(answer.ended) }) };
  } catch (error) {
    if (error instanceof CoactError && isOver(error)) return { signals: [], over: error };
    complain(`A report was not taken: ${error instanceof Error ? error.message : String(error)}`);
    return { signals: [] };
  }
}

/** Refusals by which a run has ended, or its executor may not go on. */
const isOver = ({ code }: CoactError) =>
  ['stale_fence', 'not_active', 'sponsor_away', 'stopped', 'not_found', 'unauthenticated'].includes(code);

/** One line without control characters, as long as an activity may be. */
const plainText = (text: string) =>
  stripVTControlCharacters(text)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 2_000);
