import { type ExportReport, readLines, verifyExport } from 'coact/ledger';
import { server } from '../state/server.ts';

/** The checkpoint that this browser saw last, so that a rewriting since then is noticed even if the server signs it. */
const KEPT = 'coact.checkpoint';
type Kept = { key: string; note: string };

export type Verified = { report: ExportReport; compared: boolean };

/** Fetches the whole ledger and verifies it here, by code that shares nothing with the server. Throws CoactError. */
export async function verifyHere(progress: (done: number, total: number) => void): Promise<Verified> {
  const response = await server.send({ method: 'GET', path: '/v1/ledger/export' }, { timeout: 600_000 });
  const kept = readKept();
  const seen: { note: string | null } = { note: null };
  const lines = watched(readLines(chunksOf(response)), seen, progress);
  const report = await verifyExport(lines, {
    trustedKey: kept?.key,
    keptCheckpoints: kept ? [kept.note] : [],
  });
  if (report.ok && report.key && seen.note)
    localStorage.setItem(KEPT, JSON.stringify({ key: report.key, note: seen.note } satisfies Kept));
  return { report, compared: kept !== null };
}

function readKept(): Kept | null {
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return kept.key && kept.note ? { key: kept.key, note: kept.note } : null;
  } catch {
    return null;
  }
}

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) return;
    yield read.value;
  }
}

/** Passes the lines on, notes the last checkpoint and says how far it is. */
async function* watched(
  lines: AsyncIterable<string>,
  seen: { note: string | null },
  progress: (done: number, total: number) => void,
): AsyncGenerator<string, void, undefined> {
  let [done, total] = [0, 0];
  for await (const line of lines) {
    if (done === 0 && total === 0) total = sizeIn(line);
    else if (line.startsWith('{"checkpoint":')) seen.note = checkpointIn(line) ?? seen.note;
    else if ((done += 1) % 500 === 0) progress(done, total);
    yield line;
  }
}

function fieldOf(line: string, field: string): unknown {
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
const sizeIn = (header: string) => Number(fieldOf(header, 'size')) || 0;
function checkpointIn(line: string): string | null {
  const note = fieldOf(line, 'checkpoint');
  return typeof note === 'string' ? note : null;
}
