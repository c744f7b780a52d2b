import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { artifactResource } from '../resources/artifact.ts';
import { iso } from '../resources/basics.ts';

type Row = { sha256: string; name: string; mediaType: string; size: number; producer: string; at: number; content: Buffer };

export default query({
  name: 'artifact.get',
  summary: 'Read an artifact: what it is and, when it is text, what it says.',
  http: 'GET /v1/artifacts/{sha256}',
  input: z.object({ sha256: z.string().max(64) }),
  output: artifactResource.extend({ text: z.string().nullable().describe('Null when it is not text.') }).meta({ id: 'ArtifactWithText' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { sha256: ids.artifact },
    output: { sha256: ids.artifact, name: 'check.log', mediaType: 'text/plain', size: 16, producer: ids.bot, createdAt: ids.at, text: 'all links answer' },
  },

  async handle({ connection: { workspace, query: ask } }, { sha256 }) {
    const [row] = await ask<Row>(sql`
      select sha256, name, media_type as "mediaType", size, producer, created_at as at, content from artifacts
      where workspace = ${workspace} and sha256 = ${sha256.toLowerCase()}`);
    if (!row) return refuse('not_found', { field: 'sha256', artifact: sha256 });
    const { content, at, ...rest } = row;
    const isText = /^text\/|json|xml/.test(rest.mediaType);
    return { ...rest, createdAt: iso(at), text: isText ? content.toString('utf8') : null };
  },
});
