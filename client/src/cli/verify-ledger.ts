import { type ExportReport, parseCheckpoint, readLines, verifyExport } from '../ledger/index.ts';
import { keep, type KeptCheckpoint, keptFile, readKept } from './kept-checkpoints.ts';
import type { CliContext } from './context.ts';
import { progressBar } from './progress-bar.ts';

export type Source = {
  /** What the kept checkpoint is filed under: a server's address; undefined for a file, which goes by its ledger's name. */
  address?: string;
  bytes: AsyncIterable<Uint8Array>;
};

export type VerifyOptions = { key?: string | undefined; checkpoints: readonly string[] };

export type Verified = {
  report: ExportReport;
  /** The last checkpoint of the export, a signed note. */
  note: string | undefined;
  /** What was kept from an earlier time, and has now been compared. */
  kept: KeptCheckpoint | undefined;
};

/**
 * Verifies an export as it streams by, against the key and the checkpoint seen last time, and keeps its newest checkpoint
 * when all is well: whoever rewrites history after that is found.
 */
export async function verifyLedger(
  context: CliContext,
  { address, bytes }: Source,
  { key, checkpoints }: VerifyOptions,
): Promise<Verified> {
  const file = keptFile(context.env);
  const all = await readKept(file);
  const bar = progressBar(context.terminal, 'Verifying');
  const { header, lines, last } = await watched(readLines(bytes), bar.set);
  const ledger = address ?? `file:${header.origin}`;
  const kept =
    all.find((one) => one.ledger === ledger) ??
    (address ? undefined : all.find(({ origin }) => origin === header.origin));
  try {
    const report = await verifyExport(lines, {
      trustedKey: key ?? kept?.key,
      keptCheckpoints: [...checkpoints, ...(kept ? [kept.note] : [])],
    });
    const note = last();
    if (report.ok && note && report.origin && report.key) {
      await keep(file, {
        ledger,
        origin: report.origin,
        key: report.key,
        note,
        size: report.entries,
        at: new Date(context.now()).toISOString(),
      });
    }
    return { report, note, kept };
  } finally {
    bar.end();
  }
}

type Header = { origin: string; size: number };

/** Reads the first line ahead, to know which ledger this is, and notes the last checkpoint as the lines pass. */
async function watched(
  lines: AsyncGenerator<string, void, undefined>,
  progress: (done: number, total: number) => void,
) {
  const first = await lines.next();
  const header = headerOf(first.done ? '' : first.value);
  let note: string | undefined;
  async function* passing() {
    if (first.done) return;
    yield first.value;
    let done = 0;
    for await (const line of lines) {
      if (line.startsWith('{"checkpoint":')) note = noteOf(line) ?? note;
      else progress((done += 1), header.size);
      yield line;
    }
  }
  return { header, lines: passing(), last: () => note };
}

function headerOf(line: string): Header {
  const { origin, size } = parsed(line);
  return { origin: typeof origin === 'string' ? origin : '', size: typeof size === 'number' ? size : 0 };
}

function noteOf(line: string): string | undefined {
  const { checkpoint } = parsed(line);
  return typeof checkpoint === 'string' && 'size' in parseCheckpoint(checkpoint.split('\n\n')[0] + '\n')
    ? checkpoint
    : undefined;
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
