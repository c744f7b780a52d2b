import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { mayUse } from '../../domain/scopes.ts';
import type { Bearer } from '../../store/people.ts';
import { readCaller } from '../caller.ts';
import type { AppOptions } from '../http.ts';
import { readBody } from '../read-body.ts';
import type { RequestContext } from '../request-context.ts';
import { unauthenticated } from '../unauthenticated.ts';
import { type Call, createCall } from './directory.ts';
import { resourceTypes, schemas, serviceProviderConfig } from './discovery.ts';
import { groups } from './groups.ts';
import type { Handlers, Sent } from './resource-type.ts';
import { answerFailure, answerList, answerResource, answerScim, readPage, tagOf } from './scim-answer.ts';
import { type ScimError, fail, failureOf, isFailure } from './scim-error.ts';
import { users } from './users.ts';

export type ScimRoute = { method: string; path: string; handle: (c: RequestContext) => Promise<Response> };

const ROOT = '/scim/v2';
const DOOR = { name: 'scim.use', kind: 'command' as const };

/** SCIM 2.0 (RFC 7643 and 7644): a directory of people keeps the workspace's people and teams. It calls operations like every door. */
export function scimRoutes(options: AppOptions): ScimRoute[] {
  return [...discovery(options), ...resource(options, 'Users', users), ...resource(options, 'Groups', groups)];
}

type Guarded = (c: RequestContext, caller: { call: Call; base: string }) => Promise<Response | ScimError>;

/** Lets in whoever shows a token that is made for SCIM, and turns whatever fails into SCIM's form. */
const guarded = (options: AppOptions, work: Guarded) => async (c: RequestContext) => {
  const base = `${options.server.publicUrl}${ROOT}`;
  const { workspace, bearer } = await readCaller(options.authenticate, c.env.incoming.headers);
  const refused = bearer ? refuseCaller(bearer) : unauthenticated(c.env.incoming);
  if (refused || !bearer) return answerFailure(c, failureOf(refused ?? refuse('unauthenticated')));
  c.set('operation', 'scim.use');
  const answer = await work(c, { call: createCall({ ...options, workspace, bearer }), base });
  return isFailure(answer) ? answerFailure(c, answer) : answer;
};

/** A directory shows a token that says so: one that may do everything else is not handed to it by mistake. */
function refuseCaller({ scopes, status, id }: Bearer): Refusal | null {
  if (!scopes || !mayUse(scopes, DOOR))
    return refuse('out_of_scope_token', { operation: DOOR.name, scopes: scopes ?? null, wanted: ['scim'] });
  return status === 'active' ? null : refuse('not_active', { participant: id, status });
}

function discovery(options: AppOptions): ScimRoute[] {
  const get = (path: string, work: Guarded): ScimRoute => ({
    method: 'GET',
    path: ROOT + path,
    handle: guarded(options, work),
  });
  const one = (c: RequestContext, found: readonly Record<string, unknown>[]) => {
    const id = c.req.param('id') ?? '';
    const named = found.find((each) => each['id'] === id);
    return named ? answerScim(c, named) : fail(404, `There is no ${id.slice(0, 100)}.`);
  };
  return [
    get('/ServiceProviderConfig', async (c, { base }) =>
      answerScim(c, serviceProviderConfig(base, `${options.server.publicUrl}/openapi.json`)),
    ),
    get('/ResourceTypes', async (c, { base }) => answerList(c, resourceTypes(base), { startIndex: 1, count: 200 })),
    get('/ResourceTypes/:id', async (c, { base }) => one(c, resourceTypes(base))),
    get('/Schemas', async (c, { base }) => answerList(c, schemas(base), { startIndex: 1, count: 200 })),
    get('/Schemas/:id', async (c, { base }) => one(c, schemas(base))),
  ];
}

function resource(options: AppOptions, name: 'Users' | 'Groups', handlers: Handlers): ScimRoute[] {
  const path = `${ROOT}/${name}`;
  const route = (method: string, at: string, work: Guarded): ScimRoute => ({
    method,
    path: at,
    handle: guarded(options, work),
  });
  const sent = (c: RequestContext, base: string): Sent => ({
    id: c.req.param('id') ?? '',
    filter: c.req.query('filter'),
    base,
  });
  const withBody = async (c: RequestContext, base: string): Promise<Sent | ScimError> => {
    const body = await readBody(c.env.incoming, limits.bodyBytes);
    return isRefusal(body) ? failureOf(body) : { ...sent(c, base), body: body.json };
  };
  const change =
    (how: 'replace' | 'patch'): Guarded =>
    async (c, { call, base }) => {
      const asked = await withBody(c, base);
      if (isFailure(asked)) return asked;
      const moved = await refuseMoved(c, handlers, { call, asked });
      if (moved) return moved;
      const changed = await handlers[how](call, asked);
      return isFailure(changed) ? changed : answerResource(c, changed);
    };
  return [
    route('GET', path, async (c, { call, base }) => {
      const found = await handlers.list(call, sent(c, base));
      return isFailure(found) ? found : answerList(c, found, readPage(c));
    }),
    route('POST', path, async (c, { call, base }) => {
      const asked = await withBody(c, base);
      if (isFailure(asked)) return asked;
      const made = await handlers.create(call, asked);
      return isFailure(made) ? made : answerResource(c, made, { status: 201 });
    }),
    route('GET', `${path}/:id`, async (c, { call, base }) => {
      const found = await handlers.get(call, sent(c, base));
      if (isFailure(found)) return found;
      const known = c.req.header('if-none-match') === tagOf(found);
      return known ? answerScim(c, null, { status: 304, headers: { etag: tagOf(found) } }) : answerResource(c, found);
    }),
    route('PUT', `${path}/:id`, change('replace')),
    route('PATCH', `${path}/:id`, change('patch')),
    route('DELETE', `${path}/:id`, async (c, { call, base }) => {
      const asked = sent(c, base);
      const moved = await refuseMoved(c, handlers, { call, asked });
      if (moved) return moved;
      const gone = await handlers.remove(call, asked);
      return isFailure(gone) ? gone : answerScim(c, null, { status: 204 });
    }),
  ];
}

/** Where the caller says which version it changes, that is the one that there is. */
async function refuseMoved(
  c: RequestContext,
  { get }: Handlers,
  { call, asked }: { call: Call; asked: Sent },
): Promise<ScimError | null> {
  const wanted = c.req.header('if-match');
  if (!wanted || wanted === '*') return null;
  const now = await get(call, asked);
  if (isFailure(now)) return now;
  return tagOf(now) === wanted ? null : fail(412, 'It has changed since you read it: read it again.');
}
