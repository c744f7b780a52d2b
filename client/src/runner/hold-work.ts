import { type Claim, type Client, CoactError, type Signal } from '../index.ts';

/** Milliseconds between two activities that are only lines of output. */
const pace = 2_000;
/** Activities that wait to be sent; more than a server away for long would let pile up are not of interest later. */
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
  beat(): void;
  /** Sends what waits, and ends the heartbeats; the run itself goes on until its lease ends. */
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
  const activities: string[] = [];
  let pending: News = {};
  let line: string | null = null;
  let shown: string | null = null;
  let sending = Promise.resolve();

  const send = async (activity: string | null) => {
    if (losing.signal.aborted) return;
    const said = { id, fence, ...pending } as { id: string; fence: number };
    pending = {};
    try {
      const answer = await (activity === null ? client.run.heartbeat(said) : client.run.report({ ...said, activity }));
      if (answer.signals.length > 0) onSignals(answer.signals);
      if (answer.ended !== undefined) lose(new Error(answer.ended));
    } catch (error) {
      if (error instanceof CoactError && isOver(error)) lose(error);
      else complain(`A report was not taken: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const flush = () => {
    sending = sending.then(async () => {
      const next = activities.shift();
      if (next !== undefined) await send(next);
    });
  };
  const tick = setInterval(() => {
    if (activities.length === 0 && line !== null && line !== shown) {
      activities.push(line);
      shown = line;
      line = null;
      flush();
    } else if (activities.length === 0 && Object.keys(pending).length > 0) {
      sending = sending.then(() => send(null));
    }
  }, pace);
  const note = (news: News) => void (pending = { ...pending, ...news });
  return {
    claim,
    lost: losing.signal,
    note,
    tell(activity, news = {}) {
      note(news);
      if (activities.length < room) activities.push(plainText(activity));
      flush();
    },
    echo: (text) => void (line = plainText(text) || line),
    beat() {
      sending = sending.then(() => send(null));
    },
    async close() {
      clearInterval(tick);
      if (Object.keys(pending).length > 0) sending = sending.then(() => send(null));
      await sending;
      held.stop();
    },
  };
}

/** Refusals by which a run has ended, or its executor may not go on. */
const isOver = ({ code }: CoactError) =>
  ['stale_fence', 'not_active', 'stopped', 'not_found', 'unauthenticated'].includes(code);

/** One line without control characters, as long as an activity may be. */
const plainText = (text: string) =>
  text
    .replaceAll(/\u001B\[[\d;?]*[ -/]*[@-~]/g, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 2_000);
