import { z } from 'zod';
import { limits } from '../limits.ts';

/** What a message may consist of, as A2A 1.0 writes it in JSON. */
const part = z.looseObject({
  text: z.string().max(limits.textLength).optional(),
  url: z.string().max(2_000).optional(),
  raw: z
    .base64()
    .max(Math.ceil(limits.artifactBytes * 1.34))
    .optional(),
  data: z.unknown().optional(),
  filename: z.string().max(limits.nameLength).optional(),
  mediaType: z.string().max(120).optional(),
});

const token = z.string().min(1).max(200);
const metadata = z.record(z.string().max(200), z.unknown());

/** One message of a conversation; what else its sender wrote into it stays with it. */
export const message = z.looseObject({
  messageId: token.describe('Its sender’s name for it: the same one twice is one message.'),
  contextId: z.string().max(200).optional().describe('The conversation that it belongs to.'),
  taskId: z.string().max(100).optional().describe('The task that it continues; without one it is new work.'),
  parts: z.array(part).min(1).max(limits.listLength),
  metadata: metadata.optional(),
});
export type Message = z.output<typeof message>;
export type Part = z.output<typeof part>;
