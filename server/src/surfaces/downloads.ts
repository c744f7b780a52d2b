import { Readable } from 'node:stream';
import { authorise } from '../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { exportLedger } from '../operations/export-ledger.ts';
import type { Bearer } from '../store/people.ts';
import { findArtifact } from '../store/artifacts.ts';
import type { Database } from '../store/database.ts';
import { readCaller } from './caller.ts';
import type { FixedRoute } from './fixed-routes.ts';
import type { AppOptions } from './http.ts';
import { problemResponse } from './problem.ts';
import type { RequestContext } from './request-context.ts';
import { apiHeaders } from './security-headers.ts';

type Download = (workspace: string, bearer: Bearer, c: RequestContext) => Promise<Response | Refusal>;

/** The two answers that are not JSON: the whole ledger as lines, and an artifact's bytes. */
export function downloads(options: AppOptions): FixedRoute[] {
  const { database, server } = options;
  const guarded = (download: Download) => async (c: RequestContext) => {
    const { workspace, bearer } = await readCaller(options.authenticate, c.env.incoming.headers);
    const answer = bearer ? await download(workspace, bearer, c) : refuse('unauthenticated');
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
    const allowed = authorise(bearer, 'ledger.read');
    if (isRefusal(allowed)) return allowed;
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

/** What others uploaded never runs here: it is given as a file to keep, in a sandbox of its own, its type not guessed. */
const artifactContent =
  (database: Database): Download =>
  async (workspace, bearer, c) => {
    const allowed = authorise(bearer, 'workspace.read');
    if (isRefusal(allowed)) return allowed;
    const sha256 = c.req.param('sha256') ?? '';
    const found = await database.within(workspace, (connection) => findArtifact(connection, sha256));
    if (!found) return refuse('not_found', { field: 'sha256', artifact: sha256.slice(0, 64) });
    const headers = {
      ...apiHeaders,
      'content-type': found.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      etag: `"${found.sha256}"`,
      'x-request-id': c.get('requestId'),
    };
    return new Response(new Uint8Array(found.content), { headers });
  };
