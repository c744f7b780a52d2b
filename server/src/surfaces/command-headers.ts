import type { IncomingHttpHeaders } from 'node:http';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Operation } from '../operations/define.ts';

export type CommandHeaders = { idempotencyKey: string | null; ifMatch: number | null };

const none: CommandHeaders = { idempotencyKey: null, ifMatch: null };
const wrong = (field: string, problem: string) => refuse('invalid_input', { errors: [{ field, problem }] });

/** Reads `Idempotency-Key` and `If-Match`; queries have no use for either. `If-Match: *` means whatever version there is. */
export function readCommandHeaders(
  { kind, wantsVersion }: Operation,
  headers: IncomingHttpHeaders,
): CommandHeaders | Refusal {
  if (kind === 'query') return none;
  const given = headers['idempotency-key'];
  const key = Array.isArray(given) ? given.join() : (given ?? null);
  if (key !== null && !/^[\x20-\x7e]{1,200}$/.test(key))
    return wrong('Idempotency-Key', 'must be 1 to 200 printable ASCII characters');

  const match = headers['if-match'];
  if (match === undefined)
    return wantsVersion
      ? refuse('precondition_required', { field: 'If-Match' })
      : { idempotencyKey: key, ifMatch: null };
  if (match.trim() === '*') return { idempotencyKey: key, ifMatch: null };
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(match.trim())?.[1];
  if (version === undefined) return wrong('If-Match', 'must be an ETag as it was answered, such as "7"');
  return { idempotencyKey: key, ifMatch: Number(version) };
}
