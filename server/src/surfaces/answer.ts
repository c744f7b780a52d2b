import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';

export type AnswerOptions = { status?: number; headers?: Record<string, string> };

/** Answers with JSON, or with nothing at all where the body is null. */
export function answer(c: RequestContext, body: unknown, { status = 200, headers }: AnswerOptions = {}): Response {
  const common = { ...apiHeaders, 'x-request-id': c.get('requestId'), ...headers };
  if (body === null || body === undefined)
    return new Response(null, { status: status === 200 ? 204 : status, headers: common });
  return new Response(JSON.stringify(body), { status, headers: { ...common, 'content-type': 'application/json' } });
}

/** The ETag of a single resource: its version. Lists and other answers have none. */
export function etagOf(body: unknown): Record<string, string> {
  const versioned = typeof body === 'object' && body !== null && 'version' in body && Number.isInteger(body.version);
  return versioned ? { etag: `"${String(body.version)}"` } : {};
}
