import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
};

const TOP = 60;

/** Sums up the CPU profiles of a folder: the functions with the most time of their own, idle time left out. */
export async function summariseProfiles(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const own = new Map<string, number>();
  for (const file of files) {
    const { nodes, samples, timeDeltas }: Profile = JSON.parse(await readFile(join(folder, file), 'utf8'));
    const names = new Map(
      nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
        id,
        `${functionName || '(anonymous)'} ${shorten(url)}${url ? `:${lineNumber + 1}` : ''}`,
      ]),
    );
    samples.forEach((id, i) => {
      const name = names.get(id) ?? '';
      if (!name.startsWith('(idle)')) own.set(name, (own.get(name) ?? 0) + (timeDeltas[i] ?? 0));
    });
  }
  const total = [...own.values()].reduce((sum, one) => sum + one, 0);
  const rows = [...own].sort(([, a], [, b]) => b - a).slice(0, TOP);
  const lines = rows.map(
    ([name, micros]) =>
      `${((micros / total) * 100).toFixed(1).padStart(5)} % ${(micros / 1000).toFixed(0).padStart(7)} ms  ${name}`,
  );
  return [`Self time of the server's busy ${(total / 1000).toFixed(0)} ms:`, ...lines, ''].join('\n');
}

const shorten = (url: string) => url.replace(/^file:\/\/.*?\/(node_modules|server)\//, '$1/');
