import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '../domain/refusals.ts';

export const DEEPEST = 32;

/** The JSON of a request's body, `{}` where there is none; refused when it is too large, unreadable or too deep. */
export async function readBody(incoming: IncomingMessage, limit: number): Promise<{ json: unknown } | Refusal> {
  const bytes = await readBytes(incoming, limit);
  if (!Buffer.isBuffer(bytes)) return bytes;
  if (bytes.length === 0) return { json: {} };
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = incoming.headers;
  if (!isJson(type))
    return refuse('malformed', { field: 'Content-Type', problem: type ? `${type} is not JSON` : 'is missing' });
  if (encoding !== 'identity')
    return refuse('malformed', { field: 'Content-Encoding', problem: 'bodies are read as they are' });
  if (!isUtf8(bytes)) return refuse('malformed', { problem: 'the body is not valid UTF-8' });
  return parse(bytes.toString('utf8'));
}

const isJson = (type: string) => /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);

function parse(text: string): { json: unknown } | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('malformed', { problem: position(error) });
  }
  const tooDeep = refuse('invalid_input', {
    errors: [{ field: 'body', problem: `nests deeper than ${DEEPEST} levels` }],
  });
  return deeperThan(json, DEEPEST) ? tooDeep : { json };
}

/** Where the text stops being JSON. Never the text itself: it may hold a password, and problems are shown and logged. */
const position = (error: unknown) =>
  `the body is not valid JSON${/ (?:at|in JSON at) position \d+/.exec(String(error))?.[0].replace(' in JSON', '') ?? ''}`;

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}

/**
 * Reads from Node's own stream, which takes a third of the time of going through a web stream. Past the limit it stops
 * keeping; what is still on its way is let go by once the answer is sent.
 */
export function readBytes(incoming: IncomingMessage, limit: number): Promise<Buffer | Refusal> {
  const tooLarge = refuse('too_large', { limit });
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Buffer | Refusal) => {
      incoming.off('data', keep).off('end', end).off('error', broken).off('close', broken);
      resolve(result);
    };
    const keep = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) finish(tooLarge);
      else chunks.push(chunk);
    };
    const end = () => finish(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    const broken = () => finish(refuse('malformed', { problem: 'the body ended early' }));
    incoming.on('data', keep).on('end', end).on('error', broken).on('close', broken);
  });
}
