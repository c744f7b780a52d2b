import type { Measurement } from './measure.ts';
import type { WorkloadName } from './workloads.ts';

const commands: ReadonlySet<WorkloadName> = new Set(['create', 'claim', 'heartbeat', 'deliver'] as const);
const least: Partial<Record<WorkloadName, number>> = { get: 6_000, list: 1_500 };

/** What is asked for: of commands, 0.6 of the same SQL (0.5 at the least) and a p99 of 20 ms; of reads, so many a second. At 16 clients. */
function judge({ workload, clients, ratio, p99, http }: Measurement): string {
  if (clients !== 16) return '';
  const wanted = least[workload];
  if (wanted !== undefined) return http >= wanted ? 'met' : `below ${wanted}/s`;
  if (!commands.has(workload)) return '';
  const speed = ratio >= 0.6 ? 'met' : ratio >= 0.5 ? 'below 0.6' : 'below 0.5';
  return p99 > 20 ? `${speed}, p99 above 20 ms` : speed;
}

const columns: [string, (one: Measurement) => string][] = [
  ['operation', ({ workload }) => workload],
  ['items', ({ items }) => `${items / 1000}k`],
  ['clients', ({ clients }) => String(clients)],
  ['HTTP ops/s', ({ http }) => http.toFixed(0)],
  ['p50 ms', ({ p50 }) => p50.toFixed(2)],
  ['p99 ms', ({ p99 }) => p99.toFixed(2)],
  ['SQL ops/s', ({ sql }) => sql.toFixed(0)],
  ['SQL: p99 ms', ({ sqlP99 }) => sqlP99.toFixed(2)],
  ['ratio', ({ ratio }) => ratio.toFixed(2)],
  ['by CPU', ({ cpuRatio }) => cpuRatio.toFixed(2)],
  ['server µs', ({ serverMicros }) => serverMicros.toFixed(0)],
  ['PostgreSQL µs', ({ postgresMicros }) => postgresMicros.toFixed(0)],
  ['client µs', ({ generatorMicros }) => generatorMicros.toFixed(0)],
  ['SQL: PostgreSQL µs', ({ sqlPostgresMicros }) => sqlPostgresMicros.toFixed(0)],
  ['SQL: client µs', ({ sqlGeneratorMicros }) => sqlGeneratorMicros.toFixed(0)],
  ['target', judge],
];

/** The measurements as a Markdown table, padded so that it reads well in a terminal too. */
export const measurementTable = (all: readonly Measurement[]) =>
  table(
    columns.map(([title]) => title),
    all.map((one) => columns.map(([, show]) => show(one))),
  );

/** A Markdown table; every column but the first and last to the right. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const right = (i: number) => i > 0 && i < titles.length - 1;
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (right(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (right(i) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(titles), rule, ...rows.map(line)].join('\n');
}
