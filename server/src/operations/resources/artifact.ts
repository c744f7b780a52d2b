import { z } from 'zod';
import { id, instant } from './basics.ts';

export const artifactResource = z
  .object({
    sha256: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().describe('Bytes.'),
    producer: id,
    createdAt: instant,
  })
  .meta({ id: 'Artifact', description: 'A file or text, known by the SHA-256 of its content.' });
