import { randomBytes } from 'node:crypto';
import { limits } from '../../domain/limits.ts';
import { insertChallenge, sweepChallenges } from '../../store/passkeys.ts';
import type { CommandContext } from '../context.ts';
import type { RelyingParty } from './relying-party.ts';

/**
 * 32 random bytes that an authenticator has to sign, kept here until they are: once, within five minutes, at this site, and
 * by `participant` where they are to add a passkey. They tell nothing and leave no trace in the ledger.
 */
export function issueChallenge(
  { changes, connection, now }: CommandContext,
  { origin }: RelyingParty,
  participant: string | null,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(32));
  const challenge = Buffer.from(bytes).toString('base64url');
  const expiresAt = now + limits.passkeyPatience * 1000;
  changes.also(sweepChallenges(connection, now), 'any');
  changes.also(insertChallenge(connection, { challenge, participant, origin, expiresAt }));
  return bytes;
}

/** The challenge that a browser says it has signed, or '' where it says nothing that can be read. */
export function challengeIn({ response: { clientDataJSON } }: { response: { clientDataJSON: string } }): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const challenge = typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : '';
    return typeof challenge === 'string' && /^[\w-]{1,200}$/.test(challenge) ? challenge : '';
  } catch {
    return '';
  }
}
