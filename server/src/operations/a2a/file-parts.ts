import type { Message, Part } from '../../domain/a2a/message.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { type Artifact, makeArtifact } from '../evidence-changes.ts';

export type Filed = { message: Message; artifacts: Artifact[] };

/** Takes the files out of a message: each becomes an artifact, which the message then names by its SHA-256. */
export function fileParts(sent: Message): Filed | Refusal {
  const artifacts: Artifact[] = [];
  const parts = sent.parts.map((part): Part => {
    const { raw, ...rest } = part;
    if (raw === undefined) return part;
    const made = makeArtifact({
      content: Buffer.from(raw, 'base64'),
      mediaType: mediaTypeOf(part),
      name: part.filename?.trim() || 'file',
    });
    artifacts.push(made);
    return { ...rest, artifact: made.sha256 };
  });
  const large = artifacts.some(({ content }) => content.length > limits.artifactBytes);
  return large ? refuse('too_large', { limit: limits.artifactBytes }) : { message: { ...sent, parts }, artifacts };
}

const mediaTypeOf = ({ mediaType = '' }: Part) =>
  /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
