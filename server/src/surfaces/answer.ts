import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';

export type AnswerOptions = { status?: number; headers?: Record<string, string> };

/** Answers with JSON, or with nothing at all where the body is null. */
export const answer = (c: RequestContext, body: unknown, options: AnswerOptions = {}): Response =>
  respond(c, body === null || body === undefined ? null : JSON.stringify(body), options);

/** From so many characters on an answer is compressed: smaller ones fit a few packets anyway. */
const LARGE = 32_768;
const compress = promisify(gzip);

/** The same, compressed where it is large and the caller can read that: all open work of a large workspace comes at a twentieth. */
export async function answerCompressed(c: RequestContext, body: unknown, options: AnswerOptions): Promise<Response> {
  const text = body === null || body === undefined ? null : JSON.stringify(body);
  if (text === null || text.length < LARGE || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return respond(c, text, options);
  const headers = { ...options.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' };
  return respond(c, new Uint8Array(await compress(text, { level: 1 })), { ...options, headers });
}

function respond(
  c: RequestContext,
  body: string | Uint8Array<ArrayBuffer> | null,
  { status = 200, headers }: AnswerOptions,
): Response {
  const common = { ...apiHeaders, 'x-request-id': c.get('requestId'), ...headers };
  if (body === null) return new Response(null, { status: status === 200 ? 204 : status, headers: common });
  return new Response(body, { status, headers: { ...common, 'content-type': 'application/json' } });
}

/** The ETag of a single resource: its version. Lists and other answers have none. */
export function etagOf(body: unknown): Record<string, string> {
  const versioned = typeof body === 'object' && body !== null && 'version' in body && Number.isInteger(body.version);
  return versioned ? { etag: `"${String(body.version)}"` } : {};
}
