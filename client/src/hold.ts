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
  for (;;) {
    const left = timeLeft(until, link);
    await pause(Math.max(200, Math.min(left / 3, 60_000)), signal);
    try {
      const said = { id: run.id, fence: run.fence };
      const answer = await callOperation(link, 'run.heartbeat', said, { signal, timeout: 10_000 });
      until = answer.leaseExpiresAt;
      if (answer.signals.length > 0) options.onSignals?.(answer.signals);
    } catch (error) {
      const mayPass = error instanceof CoactError && error.retryable && timeLeft(until, link) > 0;
      if (!mayPass) throw error;
    }
  }
}

/** By the server's clock, which the lease goes by. */
const timeLeft = (until: string | null, link: Link) =>
  until === null ? Infinity : Date.parse(until) - (Date.now() + link.clockAhead());
