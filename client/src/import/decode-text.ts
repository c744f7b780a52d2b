import { ImportError, type ImportProblem } from './import-error.ts';

/**
 * The text of a file, which must be UTF-8. It is here that this can be told: a lenient reader (`Blob.text()`, `'utf8'` in Node)
 * puts U+FFFD for what it cannot read, and the backlog would be damaged in silence. Throws an `ImportError` that names all lines.
 */
export function decodeText(bytes: Uint8Array, file?: string): string {
  try {
    return strict().decode(bytes);
  } catch {
    const place = file === undefined ? {} : { file };
    throw new ImportError(undecodableLines(bytes).map((line) => Object.assign({ line, problem }, place)));
  }
}

const problem: ImportProblem['problem'] = 'It is not UTF-8 text: save the file as UTF-8.';
/** Without `ignoreBOM` the byte order mark is taken off. */
const strict = () => new TextDecoder('utf-8', { fatal: true });

function undecodableLines(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let line = 1, start = 0; start <= bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    try {
      strict().decode(bytes.subarray(start, end));
    } catch {
      found.push(line);
    }
    start = end + 1;
  }
  return found;
}
