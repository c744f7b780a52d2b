import type { Round } from './workloads.ts';

/** `done` when the call was made, `exhausted` when there was nothing left to make it on. */
export type Step = 'done' | 'exhausted';

/** Every client starts at the same moment, on a machine that has just been idle: no load that anybody has looks so. */
export const LEAD_IN_MS = 150;

/**
 * Runs so many clients at once, each making one call after another until the time is over or the first finds nothing left
 * (all stop then, so that no idle client counts). Calls that begin in the lead-in before it are made but not measured.
 * `step` gets the client's number and how many calls it made before.
 */
export async function runClients(
  { clients, ms }: { clients: number; ms: number },
  step: (client: number, turn: number) => Promise<Step>,
): Promise<Round> {
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  const from = began + LEAD_IN_MS;
  const until = from + ms;
  let calls = 0;
  let exhausted = false;
  const client = async (number: number) => {
    for (let turn = 0, at = began; at < until && !exhausted; turn += 1) {
      if ((await step(number, turn)) === 'exhausted') {
        exhausted = true;
        return;
      }
      const now = performance.now();
      calls += 1;
      if (at >= from) latencies.push(now - at);
      at = now;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const elapsedMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  return {
    calls,
    count: latencies.length,
    elapsedMs,
    latencies: Float64Array.from(latencies),
    cpuMicros: user + system,
    exhausted,
  };
}
