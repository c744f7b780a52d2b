import { z } from 'zod';
import { isPdf } from '../../domain/is-pdf.ts';
import { refuse } from '../../domain/refusals.ts';
import { findArtifact } from '../../store/artifacts.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { artifactResource } from '../resources/artifact.ts';
import { instant, iso, isoOrNull } from '../resources/basics.ts';

export default query({
  name: 'artifact.get',
  summary: 'Read an artifact: what it is and, when it is text, what it says.',
  http: 'GET /v1/artifacts/{sha256}',
  input: z.object({ sha256: z.string().max(64) }),
  output: artifactResource
    .extend({
      text: z.string().nullable().describe('Null when it is not text, or was erased.'),
      erasedAt: instant.nullable().describe('When its content was erased, since its time was over.'),
      isPdf: z.boolean().describe('Whether it is a PDF by its type and by how it begins.'),
    })
    .meta({ id: 'ArtifactWithText' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { sha256: ids.artifact },
    output: {
      sha256: ids.artifact,
      name: 'check.log',
      mediaType: 'text/plain',
      size: 16,
      producer: ids.bot,
      createdAt: ids.at,
      text: 'all links answer',
      erasedAt: null,
      isPdf: false,
    },
  },

  async handle({ connection }, { sha256 }) {
    const found = await findArtifact(connection, sha256);
    if (!found) return refuse('not_found', { field: 'sha256', artifact: sha256 });
    const { content, createdAt, erasedAt, ...rest } = found;
    const isText = /^text\/|json|xml/.test(rest.mediaType);
    const text = isText && erasedAt === null ? content.toString('utf8') : null;
    return { ...rest, createdAt: iso(createdAt), erasedAt: isoOrNull(erasedAt), text, isPdf: isPdf(found) };
  },
});
