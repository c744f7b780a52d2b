/** What a command wrote, as far as its end goes: enough to show, and no more than memory should hold. */
export type Output = { add(line: string): void; lastLine(): string; whole(): string };

const most = 1_000_000;

export function createOutput(): Output {
  const lines: string[] = [];
  let size = 0;
  return {
    add(line) {
      lines.push(line);
      size += line.length + 1;
      while (size > most && lines.length > 1) size -= (lines.shift()?.length ?? 0) + 1;
    },
    lastLine: () => lines.findLast((line) => line.trim() !== '')?.trim() ?? '',
    whole: () => lines.join('\n'),
  };
}
