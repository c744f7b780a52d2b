import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts one text in place of another on one line of a file. Throws when the line does not have it. */
export function mendLine(
  folder: string,
  at: { file: string; line: number },
  change: { from: string; to: string },
): void {
  const path = join(folder, at.file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const before = lines[at.line - 1] ?? '';
  if (!before.includes(change.from)) throw new Error(`${at.file}:${at.line} does not have "${change.from}"`);
  lines[at.line - 1] = before.replace(change.from, () => change.to);
  writeFileSync(path, lines.join('\n'));
}
