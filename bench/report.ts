import { cpus, totalmem } from 'node:os';
import type { FeedFigures } from './feed.ts';
import type { Measurement } from './measure.ts';
import { measurementTable, table } from './table.ts';

export type StartFigures = {
  items: number;
  /** Milliseconds until it serves: on an empty data directory, and again with the items in it. */
  firstMs: number;
  againMs: number;
  /** Bytes of the server process: after all the load before, and just after the second start. */
  loaded: number;
  fresh: number;
};

export type Report = {
  command: string;
  date: string;
  machine: string;
  measurements: Measurement[];
  feed: FeedFigures | null;
  starts: StartFigures | null;
};

/** What it ran on, for figures that are read elsewhere. */
export const machine = () =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node.js ${process.version}`;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const met = (is: boolean) => (is ? 'met' : 'not met');

/** Everything measured, as Markdown that reads well in a terminal too. */
export function showReport({ command, date, machine: on, measurements, feed, starts }: Report): string {
  const sections = [
    `\`${command}\`, ${date}, on ${on}, shared by client, server and database.`,
    measurements.length > 0 && measurementTable(measurements),
    showGrowth(measurements),
    feed && showFeed(feed),
    starts && showStarts(starts),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** How claiming the next ready item slows down as the backlog grows: at most twice, and not above 20 ms. */
function showGrowth(measurements: readonly Measurement[]): string | null {
  const claims = measurements.filter(({ workload }) => workload === 'claim');
  const rows = [...Map.groupBy(claims, ({ clients }) => clients)].flatMap(([clients, sizes]) => {
    const [first, last] = [sizes[0], sizes.at(-1)];
    if (!first || !last || first === last) return [];
    const growth = last.p99 / first.p99;
    return [
      [
        `claim, ${clients} clients`,
        `${first.items} to ${last.items}`,
        `${first.p99.toFixed(1)} to ${last.p99.toFixed(1)}`,
        growth.toFixed(2),
        met(growth <= 2 && last.p99 <= 20),
      ],
    ];
  });
  return rows.length > 0 ? table(['growth', 'items', 'p99 ms', 'times', 'target: 2 times, 20 ms'], rows) : null;
}

function showFeed({ readers, perSecond, events, p50, p99, behind, before, most, after, cpu }: FeedFigures): string {
  return table(
    [
      'feed',
      'events',
      'p50 ms',
      'p99 ms',
      'behind',
      'memory before',
      'most',
      'after',
      'server CPU',
      'target: p99 250 ms',
    ],
    [
      [
        `${readers} readers, ${perSecond} events/s`,
        String(events),
        p50.toFixed(0),
        p99.toFixed(0),
        String(behind),
        megabytes(before),
        megabytes(most),
        megabytes(after),
        `${(cpu * 100).toFixed(0)} %`,
        met(p99 <= 250 && behind === 0),
      ],
    ],
  );
}

function showStarts({ items, firstMs, againMs, loaded, fresh }: StartFigures): string {
  return table(
    ['start', 'measured', 'target'],
    [
      ['first, on an empty data directory', seconds(firstMs), `5 s: ${met(firstMs <= 5_000)}`],
      [`again, with ${items} items`, seconds(againMs), `2 s: ${met(againMs <= 2_000)}`],
      ['memory of the server process after it', megabytes(fresh), `250 MB: ${met(fresh <= 250e6)}`],
      ['memory after all of the load above', megabytes(loaded), `250 MB: ${met(loaded <= 250e6)}`],
    ],
  );
}
