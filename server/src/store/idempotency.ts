import { refuse } from '../domain/refusals.ts';
import type { Connection } from './database.ts';
import type { Part } from './save-item.ts';
import { sql } from './sql.ts';

export type IdempotencyKey = { participant: string; key: string; operation: string; hash: Buffer };
type Kept = { operation: string; request_hash: Buffer; status: number; answer: string | null };

/** The answer that this key was given before, or null; a key that was used for something else is refused. */
export async function findAnswer(
  { workspace, query }: Connection,
  { participant, key, operation, hash }: IdempotencyKey,
) {
  const [kept] = await query<Kept>(sql`
    select operation, request_hash, status, answer from idempotency_keys
    where workspace = ${workspace} and participant = ${participant} and key = ${key}`);
  if (!kept) return null;
  if (kept.operation !== operation || !kept.request_hash.equals(hash))
    return refuse('key_reused', { field: 'Idempotency-Key' });
  return {
    status: kept.status,
    body: kept.answer === null ? null : (JSON.parse(kept.answer) as unknown),
    replayed: true as const,
  };
}

/** Keeps the answer beside what the command wrote. A second, parallel use of the key breaks the primary key and finds it. */
export function keepAnswer(
  { workspace }: Connection,
  { participant, key, operation, hash }: IdempotencyKey,
  { status, body }: { status: number; body: unknown },
  now: number,
): Part {
  return {
    of: 'idempotency_keys',
    statement: sql`insert into idempotency_keys (workspace, participant, key, operation, request_hash, status, answer, created_at)
      values (${workspace}, ${participant}, ${key}, ${operation}, ${hash}, ${status}, ${body === null ? null : JSON.stringify(body)},
        ${new Date(now).toISOString()}) returning 1`,
  };
}

/** Forgets keys older than `before` (epoch milliseconds); gives how many. */
export async function sweepAnswers({ workspace, query }: Connection, before: number): Promise<number> {
  const rows = await query(sql`
    delete from idempotency_keys where (workspace, participant, key) in (
      select workspace, participant, key from idempotency_keys
      where workspace = ${workspace} and created_at < ${new Date(before).toISOString()} limit 5000) returning 1`);
  return rows.length;
}
