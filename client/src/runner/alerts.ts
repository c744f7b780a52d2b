/** News for whoever waits: rung when something happened that may end the waiting. */
export type Alerts = {
  ring(): void;
  /** Settles with the next ring, after `ms`, or once the signal is aborted; never fails. */
  next(ms: number, signal: AbortSignal): Promise<void>;
};

export function createAlerts(): Alerts {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiting) wake();
    },
    next: (ms, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted) wake();
      }),
  };
}
