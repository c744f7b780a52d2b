import { createHash } from 'node:crypto';
import type { Recommendation } from './decision.ts';

/** SHA-256 of the salt and the recommendation as JSON, its members in the order in which the ledger tells them. */
export function commitmentTo({ option, reason, by }: Recommendation, salt: string): string {
  const text = JSON.stringify({ option, reason, by });
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex');
}
