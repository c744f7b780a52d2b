import { type Refusal, refusals } from '../domain/refusals.ts';
import { describeRefusal } from './describe-refusal.ts';
import type { ServerFacts } from '../operations/context.ts';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';

/** A refusal as RFC 9457 says it. The facts stand beside the standard members, which win where names clash. */
export function toProblem(refusal: Refusal, { publicUrl, instance }: { publicUrl: string; instance: string }) {
  const { refused: code, ...facts } = refusal;
  const { status, title, hint, retryable } = refusals[code];
  const type = `${publicUrl}/problems/${code}`;
  return { ...facts, type, title, status, code, detail: describeRefusal(refusal), hint, instance, retryable };
}

/** Answers a request with a refusal, and the headers that its status asks for. */
export function problemResponse(c: RequestContext, refusal: Refusal, { publicUrl }: ServerFacts): Response {
  const requestId = c.get('requestId');
  const problem = toProblem(refusal, { publicUrl, instance: requestId });
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...apiHeaders,
      ...statusHeaders(refusal),
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
    },
  });
}

function statusHeaders(refusal: Refusal): Record<string, string> {
  const { status } = refusals[refusal.refused];
  if (status === 401) return { 'www-authenticate': 'Bearer realm="coact"' };
  if (refusal.refused === 'out_of_scope_token')
    return { 'www-authenticate': 'Bearer realm="coact", error="insufficient_scope"' };
  if (status === 429 || status === 503) return { 'retry-after': String(seconds(refusal['retryAfter'])) };
  if (status === 405 && Array.isArray(refusal['allow'])) return { allow: refusal['allow'].join(', ') };
  return {};
}

const seconds = (given: unknown) => (typeof given === 'number' && given > 1 ? Math.ceil(given) : 1);
