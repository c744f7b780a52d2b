import { callOperation } from './call-operation.ts';
import { CoactError } from './coact-error.ts';
import type { Operations } from './generated/operations.ts';
import { type Link, pause } from './send.ts';

/** What a claim gave: `claimed.run`. */
export type RunToHold = { id: string; fence: number; leaseExpiresAt: string | null };

/** Something the run is told with a heartbeat: an answer, a decision, that the contract was revised, to stop … */
export type Signal = Operations['run.heartbeat']['output']['signals'][number];

export type HoldOptions = {
  onSignals?: ((signals: Signal[]) => void) | undefined;
  /** Told once, when the run is no longer ours: stop working. */
  onLost?: ((error: unknown) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds before its end at which a lease that could not be renewed counts as over: the time that stopping takes; 0 unless stated. */
  margin?: number | undefined;
};

export type Held = {
  /** Aborted once the run is lost; give it to whatever does the work. */
  readonly lost: AbortSignal;
  /** Ends the heartbeats; the run itself goes on until its lease ends. */
  stop(): void;
};

/**
 * Renews a lease at a third of its length until it is stopped. A heartbeat that cannot be delivered is tried again until the
 * lease is over; one that is refused (`stale_fence`) ends it at once. People's runs have no lease and are only asked for signals.
 */
export function holdRun(link: Link, run: RunToHold, options: HoldOptions): Held {
  const lost = new AbortController();
  const stopped = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal;
  const lose = (error: unknown) => {
    if (signal.aborted) return;
    lost.abort(error);
    options.onLost?.(error);
  };
  void beat({ link, run, options, signal }).catch(lose);
  return { lost: lost.signal, stop: () => stopped.abort() };
}

type Beating = { link: Link; run: RunToHold; options: HoldOptions; signal: AbortSignal };

/** Ends only by throwing: with the refusal, or when stopped. */
async function beat({ link, run, options, signal }: Beating): Promise<never> {
  let until = run.leaseExpiresAt;
  const timeLeft = () => (until === null ? Infinity : Date.parse(until) - (options.margin ?? 0) - serverTime(link));
  for (;;) {
    const left = timeLeft();
    await pause(Math.max(200, Math.min(left / 3, 60_000)), signal);
    try {
      const said = { id: run.id, fence: run.fence };
      const answer = await callOperation(link, 'run.heartbeat', said, {
        signal: within(timeLeft(), signal),
        timeout: 10_000,
      });
      until = answer.leaseExpiresAt;
      if (answer.signals.length > 0) options.onSignals?.(answer.signals);
    } catch (error) {
      const isOver = timeLeft() <= 0;
      if (isOver && !(error instanceof CoactError)) throw tooLate(error);
      if (isOver || !(error instanceof CoactError) || !error.retryable) throw error;
    }
  }
}

/** No heartbeat is waited for beyond the lease: whoever is late must stop working, for somebody else may have begun. */
const within = (left: number, signal: AbortSignal) =>
  left === Infinity ? signal : AbortSignal.any([signal, AbortSignal.timeout(Math.max(200, Math.ceil(left)))]);

const tooLate = (cause: unknown) =>
  new CoactError({
    status: 0,
    code: 'timeout',
    message: 'The server could not be reached before the lease ended',
    hint: 'Stop working on it: somebody else may have taken it.',
    cause,
  });

/** The lease goes by the server's clock. */
const serverTime = (link: Link) => Date.now() + link.clockAhead();
