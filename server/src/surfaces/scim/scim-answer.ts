import { createHash } from 'node:crypto';
import type { RequestContext } from '../request-context.ts';
import { apiHeaders } from '../security-headers.ts';
import type { Resource } from './apply-patch.ts';
import { type ScimError, errorBody } from './scim-error.ts';

const TYPE = 'application/scim+json; charset=utf-8';

type Answered = { status?: number; headers?: Record<string, string> };

export const answerScim = (c: RequestContext, body: unknown, { status = 200, headers = {} }: Answered = {}): Response =>
  new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      ...apiHeaders,
      ...(body !== null && { 'content-type': TYPE }),
      'x-request-id': c.get('requestId'),
      ...headers,
    },
  });

export function answerFailure(c: RequestContext, failure: ScimError): Response {
  const { status, scimType, detail } = failure;
  const challenge =
    status === 401 ? 'Bearer realm="coact"' : 'Bearer realm="coact", error="insufficient_scope", scope="scim"';
  const headers =
    status === 401 || failure.refusal?.refused === 'out_of_scope_token' ? { 'www-authenticate': challenge } : {};
  return answerScim(c, errorBody({ failed: true, status, detail, ...(scimType && { scimType }) }), { status, headers });
}

/** A weak tag of what a resource says; who is in a group changes without the team's own version. */
export const tagOf = (resource: Resource): string =>
  `W/"${createHash('sha256').update(JSON.stringify(resource)).digest('base64url').slice(0, 16)}"`;

/** The resource with its tag in `meta` and in the header. */
export function answerResource(c: RequestContext, resource: Resource, { status = 200 }: Answered = {}): Response {
  const etag = tagOf(resource);
  const meta = { ...(resource['meta'] as object), version: etag };
  const location = String((meta as { location?: unknown }).location ?? '');
  const shown = select({ ...resource, meta }, c);
  return answerScim(c, shown, {
    status,
    headers: { etag, ...(location && { location, 'content-location': location }) },
  });
}

/** `attributes` and `excludedAttributes` of the query, by the names of whole attributes. */
export function select(resource: Resource, c: RequestContext): Resource {
  const listed = (name: string) =>
    new Set(
      (c.req.query(name) ?? '')
        .toLowerCase()
        .split(',')
        .map((one) => one.trim().split('.')[0] ?? '')
        .filter(Boolean),
    );
  const [only, without] = [listed('attributes'), listed('excludedAttributes')];
  const always = new Set(['schemas', 'id', 'meta']);
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const key = name.toLowerCase();
      return always.has(key) || (only.size > 0 ? only.has(key) : !without.has(key));
    }),
  );
}

export type Paged = { startIndex: number; count: number };

/** One page of a list, counted from 1 (RFC 7644, section 3.4.2.4). */
export function answerList(c: RequestContext, all: readonly Resource[], { startIndex, count }: Paged): Response {
  const page = all.slice(startIndex - 1, startIndex - 1 + count);
  return answerScim(c, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: all.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map((one) => select({ ...one, meta: { ...(one['meta'] as object), version: tagOf(one) } }, c)),
  });
}

export function readPage(c: RequestContext): Paged {
  const number = (name: string, usual: number) => {
    const given = Number.parseInt(c.req.query(name) ?? '', 10);
    return Number.isNaN(given) ? usual : given;
  };
  return { startIndex: Math.max(1, number('startIndex', 1)), count: Math.min(200, Math.max(0, number('count', 100))) };
}
