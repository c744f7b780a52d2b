import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { eventStream, isEventStream } from './event-stream.ts';
import { isLoopbackAddress, isLoopbackHost, isPrivateAddress } from './private-address.ts';

const codes = {
  not_https: 'is not an https address',
  private_address: 'leads into a private network, which Coact calls only at hosts that COACT_PRIVATE_HOSTS names',
  unresolved: 'has a host name that cannot be resolved',
  refused: 'refuses connections',
  unreachable: 'cannot be reached',
  tls: 'has no certificate that this machine trusts',
  timeout: 'did not answer in time',
  too_large: 'answered with more than Coact reads',
} as const;

/** Why an address outside could not be called: `code` for programs, the message for people. */
export class OutsideError extends Error {
  override name = 'OutsideError';
  readonly code: keyof typeof codes;
  readonly host: string;
  constructor(code: keyof typeof codes, url: URL) {
    super(`${url.host} ${codes[code]}`);
    this.code = code;
    this.host = url.host;
  }
}

export type Outside = {
  /** Hosts whose private addresses may be called, by name as it stands in the URL (COACT_PRIVATE_HOSTS). */
  privateHosts?: readonly string[];
  /** Whether this machine itself may be called, also without TLS: where an admin wrote a loopback address down. */
  loopback?: boolean;
  /** Milliseconds for everything, from the look-up of the name to the end of the body. */
  timeout?: number;
  /** Bytes of the answer's body. */
  maxBytes?: number;
  /** Server-sent events are given as they come, for as long as they come; `timeout` ends with the head of the answer. */
  events?: boolean;
};

export type OutsideRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
};

/**
 * Calls a URL that somebody wrote down, without becoming their way into this network: only https, only public addresses
 * (the very address that was checked is the one connected to, so a name cannot change its mind), no redirects, bounded in
 * time and size. Gives whatever answer came, redirects included; throws an OutsideError where none did.
 */
export async function fetchOutside(address: string | URL, call: OutsideRequest, outside: Outside): Promise<Response> {
  const url = new URL(address);
  refuseUrl(url, outside);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), outside.timeout ?? 10_000);
  const signal = call.signal ? AbortSignal.any([late.signal, call.signal]) : late.signal;
  const maxBytes = outside.maxBytes ?? 1_000_000;
  try {
    const incoming = await send(url, { ...call, signal }, outside);
    if (outside.events && isEventStream(incoming))
      return eventStream(incoming, { maxBytes, tooLarge: () => new OutsideError('too_large', url) });
    return await toResponse(incoming, url, maxBytes);
  } catch (error) {
    throw toOutsideError(error, url, late.signal);
  } finally {
    clearTimeout(timer);
  }
}

function refuseUrl(url: URL, outside: Outside): void {
  const local = outside.loopback === true && isLoopbackHost(url.hostname);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new OutsideError('not_https', url);
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without any look-up.
  if (isIP(bare) && !mayCall(bare, url, outside)) throw new OutsideError('private_address', url);
}

function mayCall(address: string, url: URL, { privateHosts = [], loopback = false }: Outside): boolean {
  if (!isPrivateAddress(address)) return true;
  if (loopback && isLoopbackHost(url.hostname) && isLoopbackAddress(address)) return true;
  return privateHosts.some((host) => host.toLowerCase() === url.hostname.toLowerCase());
}

/** Every address of the name has to be one that may be called: which of them is taken is then all the same. */
const guardedLookup =
  (url: URL, outside: Outside): LookupFunction =>
  (hostname, options, found) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return found(new OutsideError('unresolved', url), '', 0);
      if (!addresses.every(({ address }) => mayCall(address, url, outside)))
        return found(new OutsideError('private_address', url), '', 0);
      if (options.all) return (found as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
      return found(null, first.address, first.family);
    });
  };

function send(url: URL, call: OutsideRequest, outside: Outside): Promise<IncomingMessage> {
  const { method = 'GET', headers = {}, body, signal } = call;
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    lookup: guardedLookup(url, outside),
    // A connection is not kept for the next call: that one is checked anew.
    agent: false,
    ...(signal && { signal }),
  };
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? requestTls : requestPlain)(url, options, answered);
    request.once('error', failed);
    request.end(body);
  });
}

/** Answers that have no body by their status; a Response refuses to be made with one. */
const bodiless = new Set([204, 205, 304]);

async function toResponse(incoming: IncomingMessage, url: URL, maxBytes: number): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      incoming.destroy();
      throw new OutsideError('too_large', url);
    }
    chunks.push(chunk);
  }
  const status = incoming.statusCode ?? 502;
  return new Response(bodiless.has(status) ? null : Buffer.concat(chunks), { status, headers: headersOf(incoming) });
}

const headersOf = ({ headersDistinct }: IncomingMessage) =>
  new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );

const TLS_TROUBLE = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/;

function toOutsideError(error: unknown, url: URL, limit: AbortSignal): unknown {
  if (error instanceof OutsideError) return error;
  if (limit.aborted) return new OutsideError('timeout', url);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ABORT_ERR') return error;
  if (code === 'ECONNREFUSED') return new OutsideError('refused', url);
  return new OutsideError(TLS_TROUBLE.test(code) ? 'tls' : 'unreachable', url);
}
