import { randomUUID } from 'node:crypto';
import type { Desk } from './desk.ts';
import { doRun } from './do-run.ts';
import { takeWork } from './take-work.ts';

/** Takes work and does it, one item at a time, until the runner ends or, with `once`, until there is none. */
export async function runSlot(desk: Desk): Promise<void> {
  const { alerts, settings, stopping, say } = desk;
  const asking = { key: randomUUID() };
  let setbacks = 0;
  while (!stopping.aborted) {
    const claim = await takeWork(desk, asking);
    if (!claim) {
      if (settings.once) return;
      await alerts.next(settings.poll, stopping);
      continue;
    }
    say(`${claim.item.key}: started "${claim.item.title}"`);
    const { kind, says } = await doRun(desk, claim);
    say(`${claim.item.key}: ${kind}. ${says}`);
    if (kind === 'delivered' || kind === 'gone') {
      setbacks = 0;
      continue;
    }
    // What was given back is ready at once: nobody is served by trying it in a circle.
    if (settings.once && kind === 'released') return;
    setbacks += 1;
    await pause(Math.min(300_000, 2_500 * 2 ** setbacks), stopping);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
