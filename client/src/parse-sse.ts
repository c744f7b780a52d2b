/** One message of a stream of server-sent events. */
export type SseMessage = { id: string | null; event: string; data: string };

/**
 * Reads a `text/event-stream` after the HTML standard: lines ended by CR, LF or both, `data` joined by newlines, a message at each
 * empty line; one that was cut off at the
 * end is dropped. An id without data is a message as well: it says where the stream stands. Comments give `null`: the connection lives.
 */
export async function* parseSse(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SseMessage | null, void, undefined> {
  let fields = blank();
  for await (const line of linesOf(chunks)) {
    if (line === '') {
      if (fields.data.length > 0 || fields.id !== null) yield { ...fields, data: fields.data.join('\n') };
      fields = blank();
      continue;
    }
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === '') yield null;
    else if (name === 'data') fields.data.push(value);
    else if (name === 'id') fields.id = value;
    else if (name === 'event') fields.event = value;
  }
}

const blank = (): { id: string | null; event: string; data: string[] } => ({ id: null, event: 'message', data: [] });

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the very end may be the first half of CRLF: it waits for what follows.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
