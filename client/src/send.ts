import { CoactError, isTransient, readError } from './coact-error.ts';

export type ConnectOptions = {
  /** Where the server is, such as http://127.0.0.1:4180. In a browser, its own origin unless stated. */
  url?: string | undefined;
  /** A bearer token; in a browser the session's cookie will do. */
  token?: string | undefined;
  /** Sent with every request. */
  headers?: Record<string, string> | undefined;
  fetch?: typeof fetch | undefined;
  /** Milliseconds during which a call that got no answer, or a "not now", is tried again; 30,000 unless stated, 0 for never. */
  retryFor?: number | undefined;
};

export type CallOptions = {
  /** The same key never acts twice; every command gets a fresh one unless stated. */
  idempotencyKey?: string | undefined;
  /** The version that is being changed, or its ETag. */
  ifMatch?: number | string | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds to wait for one answer; 60,000 unless stated. */
  timeout?: number | undefined;
};

export type Message = { method: string; path: string; headers?: Record<string, string>; body?: string };

/** The link to one server. `clockAhead`: by how many milliseconds its clock was ahead of ours when it last answered. */
export type Link = {
  url: string;
  clockAhead: () => number;
  /** Sends, tries again while that can help, and answers with a response that is ok. Throws CoactError. */
  send: (message: Message, options?: CallOptions) => Promise<Response>;
};

export function createLink(options: ConnectOptions): Link {
  const url = (options.url ?? globalThis.location?.origin ?? '').replace(/\/+$/, '');
  if (!url) throw new TypeError('connect needs the `url` of a Coact server');
  let clockAhead = 0;

  const attempt = async (message: Message, call: CallOptions): Promise<Response> => {
    const response = await reach(url, options, message, call);
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header has whole seconds: half of one is what it lacks on average.
    if (!Number.isNaN(date)) clockAhead = date + 500 - Date.now();
    if (response.ok) return response;
    throw Object.assign(await readError(response), { retryAfter: response.headers.get('retry-after') });
  };

  const send: Link['send'] = async (message, call = {}) => {
    const end = Date.now() + (options.retryFor ?? 30_000);
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(message, call);
      } catch (error) {
        if (!(error instanceof CoactError) || !isTransient(error.status)) throw error;
        const wait = waitBefore(tries, 'retryAfter' in error ? error.retryAfter : null);
        if (Date.now() + wait > end) throw error;
        await pause(wait, call.signal);
      }
    }
  };
  return { url, send, clockAhead: () => clockAhead };
}

async function reach(
  url: string,
  { token, headers, fetch = globalThis.fetch }: ConnectOptions,
  message: Message,
  call: CallOptions,
) {
  const { method, path, body } = message;
  const limit = AbortSignal.timeout(call.timeout ?? 60_000);
  const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
  const sent = { ...headers, ...(token && { authorization: `Bearer ${token}` }), ...message.headers };
  try {
    return await fetch(`${url}${path}`, { method, headers: sent, signal, ...(body !== undefined && { body }) });
  } catch (error) {
    call.signal?.throwIfAborted();
    throw limit.aborted
      ? new CoactError({
          status: 0,
          code: 'timeout',
          message: `${url} did not answer in time`,
          hint: 'Try again; an admin can run `coact doctor`.',
          cause: error,
        })
      : new CoactError({
          status: 0,
          code: 'unreachable',
          message: `${url} cannot be reached (${reasonOf(error)})`,
          hint: 'Check that the server runs and that the address is right.',
          cause: error,
        });
  }
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED')
    return 'nothing listens there';
  return (cause instanceof Error && cause.message) || String(cause);
}

/** Doubling from 100 ms to 5 s, half of it by chance so that many clients do not come back at once; at least what was asked for. */
export function waitBefore(tries: number, retryAfter: unknown): number {
  const step = Math.min(5_000, 100 * 2 ** tries);
  const jittered = step / 2 + (Math.random() * step) / 2;
  return Math.max(jittered, typeof retryAfter === 'string' ? milliseconds(retryAfter) : 0);
}

/** Retry-After is a number of seconds or a date. */
function milliseconds(retryAfter: string): number {
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? 0 : ms;
}

/** Waits, and throws the signal's reason as soon as it is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const aborted = () => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal?.addEventListener('abort', aborted, { once: true });
  });
