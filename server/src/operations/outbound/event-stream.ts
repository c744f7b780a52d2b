import type { IncomingMessage } from 'node:http';

export type EventStreamOptions = {
  maxBytes: number;
  /** What is thrown to whoever reads when there were more. */
  tooLarge: () => Error;
};

export const isEventStream = ({ statusCode, headers }: IncomingMessage): boolean =>
  statusCode === 200 && /^text\/event-stream\b/i.test(headers['content-type'] ?? '');

/** Server-sent events as they come. Whoever reads says by a signal when it has been enough. */
export function eventStream(incoming: IncomingMessage, { maxBytes, tooLarge }: EventStreamOptions): Response {
  // A connection may break while nobody reads: that is no reason to end the process.
  incoming.on('error', () => undefined);
  const body = ReadableStream.from(bounded(incoming, maxBytes, tooLarge));
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

async function* bounded(incoming: IncomingMessage, maxBytes: number, tooLarge: () => Error) {
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    yield new Uint8Array(chunk);
  }
}
