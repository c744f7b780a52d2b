/** A file whose bytes cannot be lines of text: damaged, or not an export at all. */
export class UnreadableLineError extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.name = 'UnreadableLineError';
    this.line = line;
  }
}

/** No entry comes near this; without a bound one endless line would fill the memory. */
const longestLine = 16 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Lines of UTF-8 text from a stream of bytes (a file stream, the body of a response), split at newlines and nowhere else.
 * `node:readline` will not do: it also splits at U+2028 and carriage returns, which JSON may hold, and it puts U+FFFD in the
 * place of bytes that are not UTF-8, so that the text hashed is no longer the file's. Here such bytes throw UnreadableLineError.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let line = 1;
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield decode(join(rest, chunk.subarray(start, end), line), line);
      line += 1;
      rest = new Uint8Array();
      start = end + 1;
    }
    rest = join(rest, chunk.slice(start), line);
  }
  if (rest.length > 0) yield decode(rest, line);
}

function join(rest: Uint8Array, more: Uint8Array, line: number): Uint8Array {
  if (rest.length + more.length > longestLine) throw new UnreadableLineError(line, 'it is longer than 16 MiB');
  // The common case, a line within one chunk, is not copied.
  if (rest.length === 0) return more;
  const joined = new Uint8Array(rest.length + more.length);
  joined.set(rest);
  joined.set(more, rest.length);
  return joined;
}

function decode(bytes: Uint8Array, line: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableLineError(line, 'it is not UTF-8 text');
  }
}
