import { createInterface } from 'node:readline';
import { isRecord } from '../is-record.ts';
import { parseSse } from '../parse-sse.ts';
import { messageHeaders } from './message-headers.ts';
import { failureOf, unreachable } from './failure.ts';

export type BridgeOptions = {
  /** Where the messages go, `?tools=` included. */
  url: URL;
  token: string | undefined;
  /** One message of the client a line. */
  input: NodeJS.ReadableStream;
  write: (line: string) => void;
  /** For whoever set this up: what is wrong, and what to do. */
  complain: (problem: string) => void;
  signal: AbortSignal;
};

type Message = Record<string, unknown>;

/**
 * Passes messages of the Model Context Protocol from standard input to a server's /mcp, and its answers back, until the input
 * ends. What was asked and cannot be answered gets an error of the protocol, so that no client waits in vain.
 */
export async function bridgeMcp(options: BridgeOptions): Promise<void> {
  const { input, write, signal } = options;
  const underWay = new Set<Promise<void>>();
  const post = createPost(options);
  const lines = createInterface({ input, signal });
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    const message = parse(line);
    if (message === undefined) return write(errorLine(null, { code: -32700, message: 'This line is not JSON.' }));
    const sending = post(message).finally(() => underWay.delete(sending));
    underWay.add(sending);
  });
  await new Promise<void>((resolve) => lines.once('close', resolve));
  await Promise.all(underWay);
}

/** The revision that an `initialize` agreed on is remembered, and what a client no longer waits for is let go. */
function createPost({ url, token, write, complain, signal }: BridgeOptions): (message: unknown) => Promise<void> {
  let negotiated: string | null = null;
  const waiting = new Map<unknown, AbortController>();

  const relay = (answer: unknown): void => {
    if (isRecord(answer) && isRecord(answer['result']) && typeof answer['result']['protocolVersion'] === 'string')
      negotiated = answer['result']['protocolVersion'];
    write(JSON.stringify(answer));
  };

  return async function post(message) {
    if (cancelled(message, waiting)) return;
    const id = isRecord(message) && 'method' in message ? (message['id'] ?? null) : null;
    const call = new AbortController();
    if (id !== null) waiting.set(id, call);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'user-agent': 'coact-cli',
          ...(token && { authorization: `Bearer ${token}` }),
          ...messageHeaders(message, negotiated),
        },
        body: JSON.stringify(message),
        signal: AbortSignal.any([call.signal, signal]),
      });
      const failure = await passOn(response, relay);
      if (failure) fail(id, failure);
    } catch (error) {
      if (!call.signal.aborted && !signal.aborted) fail(id, unreachable(url, error));
    } finally {
      waiting.delete(id);
    }
  };

  function fail(id: unknown, { problem, error }: ReturnType<typeof unreachable>): void {
    complain(problem);
    if (id !== null) write(errorLine(id, error));
  }
}

/** Over HTTP a request is cancelled by letting go of it. */
function cancelled(message: unknown, waiting: Map<unknown, AbortController>): boolean {
  if (!isRecord(message) || message['method'] !== 'notifications/cancelled' || !isRecord(message['params']))
    return false;
  waiting.get(message['params']['requestId'])?.abort();
  return true;
}

/** Every message of an answer, as it comes; or what kept the server from answering in the protocol's own words. */
async function passOn(response: Response, relay: (answer: unknown) => void) {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream') && response.body) {
    for await (const event of parseSse(response.body)) if (event?.data) relay(JSON.parse(event.data));
    return null;
  }
  const text = await response.text();
  const body = text === '' ? null : parse(text);
  const messages = Array.isArray(body) ? body : [body];
  if (messages.every((one) => isRecord(one) && one['jsonrpc'] === '2.0')) for (const one of messages) relay(one);
  else if (!response.ok || body !== null) return failureOf(response.status, body);
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return undefined;
  }
}

const errorLine = (id: unknown, error: object) => JSON.stringify({ jsonrpc: '2.0', id, error });
