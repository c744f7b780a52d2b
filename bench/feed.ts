import type { FeedLoad, FeedRound } from './load-feed.ts';
import { percentile } from './measure.ts';
import { cpuOf, memoryOf } from './processes.ts';
import type { Setting } from './setting.ts';
import { startWorker } from './worker.ts';

export type FeedFigures = {
  readers: number;
  perSecond: number;
  events: number;
  /** Milliseconds from the command's decision, just before its commit, to a reader. */
  p50: number;
  p99: number;
  behind: number;
  /** Bytes of the server process: before the readers came, at the most, and two seconds after they left. */
  before: number;
  most: number;
  after: number;
  /** The share of one core that the server used. */
  cpu: number;
};

const PER_SECOND = 200;
const ROUND_MS = 10_000;

/** So many readers of the feed and 200 events a second: how long until each has them, and what that costs. */
export async function measureFeed(
  { server, host, port, admin, workspace }: Setting,
  readers: number,
): Promise<FeedFigures> {
  const worker = startWorker<FeedLoad, FeedRound>(new URL('load-feed.ts', import.meta.url));
  const { rows } = await admin.query<{ id: string }>(
    `select id from items where workspace = '${workspace}' order by id limit 100`,
  );
  const items = rows.map(({ id }) => id);
  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), 100);
  try {
    const before = memoryOf(server.pid);
    const [cpu, began] = [cpuOf(server.pid), performance.now()];
    const { events, latencies, behind } = await worker.ask({
      readers,
      perSecond: PER_SECOND,
      ms: ROUND_MS,
      host,
      port,
      token: server.token,
      items,
    });
    const used = (cpuOf(server.pid) - cpu) / 1000 / (performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    latencies.sort();
    return {
      readers,
      perSecond: PER_SECOND,
      events,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      behind,
      before,
      most,
      after: memoryOf(server.pid),
      cpu: used,
    };
  } finally {
    clearInterval(watching);
    await worker.end();
  }
}
