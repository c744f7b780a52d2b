export type DiffLine = { kind: 'added' | 'removed' | 'head' | 'same'; text: string };

/** Reads a unified diff line by line. `---` and `+++` name files only outside of a hunk: within one they are lines like any. */
export function diffLines(text: string): DiffLine[] {
  let left = { before: 0, after: 0 };
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line): DiffLine => {
      const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (hunk) {
        left = { before: Number(hunk[1] ?? 1), after: Number(hunk[2] ?? 1) };
        return { kind: 'head', text: line };
      }
      const isWithin = left.before > 0 || left.after > 0;
      const kind = kindOf(line, isWithin);
      if (kind !== 'added') left.before -= 1;
      if (kind !== 'removed') left.after -= 1;
      return { kind, text: line };
    });
}

function kindOf(line: string, isWithin: boolean): DiffLine['kind'] {
  if (!isWithin && /^(?:\+\+\+ |--- |diff |index |Index: |===|new file|deleted file|similarity|rename )/.test(line))
    return 'head';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'same';
}
