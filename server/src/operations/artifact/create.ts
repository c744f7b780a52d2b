import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { keepArtifacts, makeArtifact } from '../evidence-changes.ts';
import { ids } from '../examples.ts';
import { artifactResource } from '../resources/artifact.ts';
import { iso } from '../resources/basics.ts';

export default command({
  name: 'artifact.create',
  summary: 'Keep a file or text by the SHA-256 of its content, to show as evidence or to hand over.',
  http: 'POST /v1/artifacts',
  status: 201,
  // Base64 takes four bytes for three.
  bodyLimit: Math.ceil(limits.artifactBytes * 1.4),
  input: z.object({
    name: line(limits.nameLength).describe('A file name.'),
    mediaType: z
      .string()
      .max(120)
      .regex(/^[\w.+-]+\/[\w.+-]+(;\s*[\w.+-]+=[\w.+-]+)*$/)
      .default('text/plain'),
    text: z.string().max(limits.artifactBytes).optional(),
    base64: z
      .base64()
      .max(Math.ceil(limits.artifactBytes * 1.34))
      .optional()
      .describe('For content that is not text.'),
  }),
  output: artifactResource,
  needs: { action: 'artifact.create' },
  refuses: ['invalid_input', 'too_large'],
  example: {
    input: { name: 'check.log', text: 'all links answer' },
    output: {
      sha256: ids.artifact,
      name: 'check.log',
      mediaType: 'text/plain',
      size: 16,
      producer: ids.bot,
      createdAt: ids.at,
    },
  },

  async load(_, { name, mediaType, text, base64 }) {
    if ((text === undefined) === (base64 === undefined))
      return refuse('invalid_input', { errors: [{ field: 'text', problem: 'give either `text` or `base64`' }] });
    const content = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text, 'utf8');
    return content.length > limits.artifactBytes
      ? refuse('too_large', { limit: limits.artifactBytes })
      : { artifact: makeArtifact({ name, mediaType, content }) };
  },

  decide(context, { artifact }) {
    const { sha256, name, mediaType, content } = artifact;
    keepArtifacts(context, [artifact]);
    context.changes.fact({ type: 'artifact.created', data: { sha256, name, mediaType, size: content.length } }, {});
    return { sha256, name, mediaType, size: content.length, producer: context.actor.id, createdAt: iso(context.now) };
  },
});
