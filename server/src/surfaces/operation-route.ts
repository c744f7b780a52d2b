import { isRefusal } from '../domain/refusals.ts';
import type { Operation } from '../operations/define.ts';
import type { ServerFacts } from '../operations/context.ts';
import type { Execute } from '../operations/execute.ts';
import { answerCompressed, etagOf } from './answer.ts';
import { readCommandHeaders } from './command-headers.ts';
import { type Authenticate, readCaller } from './caller.ts';
import { cameFrom, isFromPage, sessionCookie } from './credentials.ts';
import { problemResponse } from './problem.ts';
import { createInputReader } from './read-input.ts';
import type { RequestContext } from './request-context.ts';
import { unauthenticated } from './unauthenticated.ts';

export type RouteOptions = { execute: Execute; authenticate: Authenticate; server: ServerFacts };

/** The HTTP door of one operation: who calls, what is sent, the pipeline, and its outcome in HTTP's terms. */
export function operationRoute(operation: Operation, { execute, authenticate, server }: RouteOptions) {
  const readInput = createInputReader(operation);

  return async function handle(c: RequestContext): Promise<Response> {
    c.set('operation', operation.name);
    const { headers } = c.env.incoming;
    // Before the body is read: a stranger sends no megabytes.
    const { workspace, bearer } = await readCaller(authenticate, headers);
    if (!bearer && !operation.open) return problemResponse(c, unauthenticated(c.env.incoming), server);
    const said = readCommandHeaders(operation, headers);
    if (isRefusal(said)) return problemResponse(c, said, server);
    const input = await readInput(c);
    if (isRefusal(input)) return problemResponse(c, input, server);

    const outcome = await execute({ operation, workspace, bearer, input, from: cameFrom(headers), ...said });
    if (isRefusal(outcome)) return problemResponse(c, outcome, server);
    const cookie = isFromPage(headers) ? sessionCookie(operation.name, outcome.body, server.publicUrl) : null;
    return answerCompressed(c, outcome.body, {
      status: outcome.status,
      headers: {
        ...etagOf(outcome.body),
        ...(outcome.replayed && { 'idempotency-replayed': 'true' }),
        ...(cookie && { 'set-cookie': cookie }),
      },
    });
  };
}
