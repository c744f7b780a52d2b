import { Readable } from 'node:stream';
import { authorise } from '../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { refuseOutOfScope } from '../domain/scopes.ts';
import { sightOf } from '../domain/sight.ts';
import { exportLedger } from '../operations/export-ledger.ts';
import type { Bearer } from '../store/people.ts';
import { findArtifact } from '../store/artifacts.ts';
import type { Database } from '../store/database.ts';
import { artifactHeaders } from './artifact-headers.ts';
import { readCaller } from './caller.ts';
import type { FixedRoute } from './fixed-routes.ts';
import type { AppOptions } from './http.ts';
import { problemResponse } from './problem.ts';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';
import { unauthenticated } from './unauthenticated.ts';

type Download = (workspace: string, bearer: Bearer, c: RequestContext) => Promise<Response | Refusal>;

/** The two answers that are not JSON: the whole ledger as lines, and an artifact's bytes. */
export function downloads(options: AppOptions): FixedRoute[] {
  const { database, server } = options;
  const guarded = (download: Download) => async (c: RequestContext) => {
    const { workspace, bearer } = await readCaller(options.authenticate, c.env.incoming.headers);
    const answer = bearer ? await download(workspace, bearer, c) : unauthenticated(c.env.incoming);
    return isRefusal(answer) ? problemResponse(c, answer, server) : answer;
  };
  return [
    { path: '/v1/ledger/export', handle: guarded(ledgerExport(database)) },
    { path: '/v1/artifacts/:sha256/content', handle: guarded(artifactContent(database)) },
  ];
}

const ledgerExport =
  (database: Database): Download =>
  async (workspace, bearer, c) => {
    const allowed =
      refuseOutOfScope(bearer, { name: 'ledger.export', kind: 'query' }) ?? authorise(bearer, 'ledger.read');
    if (isRefusal(allowed)) return allowed;
    // A part of a ledger proves nothing, and the whole of it is more than this token is for.
    if (bearer.limitedTo) return refuse('out_of_scope_token', { operation: 'ledger.export', teams: bearer.limitedTo });
    const lines = await exportLedger(database, workspace);
    if (isRefusal(lines)) return lines;
    const bytes = Readable.toWeb(Readable.from(inChunks(lines))) as ReadableStream<Uint8Array>;
    return new Response(bytes, {
      headers: {
        ...apiHeaders,
        'content-type': 'application/jsonl; charset=utf-8',
        'x-request-id': c.get('requestId'),
      },
    });
  };

/** A chunk for each line would cost more than the lines do. */
async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let some: string[] = [];
  for await (const line of lines) {
    some.push(line, '\n');
    if (some.length < 400) continue;
    yield Buffer.from(some.join(''));
    some = [];
  }
  yield Buffer.from(some.join(''));
}

const artifactContent =
  (database: Database): Download =>
  async (workspace, bearer, c) => {
    const allowed =
      refuseOutOfScope(bearer, { name: 'artifact.content', kind: 'query' }) ?? authorise(bearer, 'workspace.read');
    if (isRefusal(allowed)) return allowed;
    const sha256 = c.req.param('sha256') ?? '';
    const found = await database.within(workspace, (connection) =>
      connection.seeing(sightOf(bearer), () => findArtifact(connection, sha256)),
    );
    if (!found || found.erasedAt !== null)
      return refuse('not_found', { field: 'sha256', artifact: sha256.slice(0, 64), erased: found !== null });
    return new Response(new Uint8Array(found.content), {
      headers: { ...artifactHeaders(found), 'x-request-id': c.get('requestId') },
    });
  };
