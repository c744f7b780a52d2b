import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { type Challenge, type Passkey, insertPasskey, spendChallenge } from '../../store/passkeys.ts';
import type { CommandContext } from '../context.ts';
import type { attestation } from './webauthn-json.ts';

/** ES256, EdDSA and RS256, in COSE's numbers: every browser and key knows one of them. */
export const algorithms = [-7, -8, -257] as const;

type Attestation = z.output<typeof attestation>;
export type Adding = {
  answer: Attestation;
  /** The challenge that the answer names, if it is known and still holds. */
  challenge: Challenge | null;
  holder: { id: string };
  /** What the holder has already. */
  known: readonly Passkey[];
  /** Whether somebody here has the very same one. */
  taken: boolean;
  name: string;
};

/** Checks what the browser says of a new passkey and queues its row and its fact, which holds neither key nor credential. */
export async function addPasskey(context: CommandContext, adding: Adding): Promise<Passkey | Refusal> {
  const { answer, challenge, holder, known, taken, name } = adding;
  const { changes, connection, ids, now } = context;
  if (known.length >= limits.passkeys)
    return refuse('invalid_input', {
      errors: [{ field: 'response', problem: `would be more than ${limits.passkeys}; remove one that is not used` }],
    });
  if (!challenge || challenge.participant !== holder.id)
    return refuse('passkey_refused', { problem: 'it took too long, or this was used before' });
  const made = await verify(answer, challenge);
  if (isRefusal(made)) return made;
  if (taken) return refuse('already_exists', { field: 'response' });

  const passkey = { ...made, id: ids.next(), participant: holder.id, name, createdAt: now, lastUsedAt: null };
  changes.fact(
    { type: 'passkey.added', data: { passkey: passkey.id, name, host: passkey.host } },
    { subject: holder.id },
    insertPasskey(connection, passkey),
    spendChallenge(connection, challenge),
  );
  return passkey;
}

type Made = Pick<Passkey, 'credential' | 'publicKey' | 'counter' | 'transports' | 'host'>;

async function verify(answer: Attestation, { challenge, origin }: Challenge): Promise<Made | Refusal> {
  const host = new URL(origin).hostname;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      // Checked as far as it is read; what else there is, the library looks at by itself.
      response: { clientExtensionResults: {}, ...answer } as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    });
    if (!registrationInfo) return refuse('passkey_refused', { problem: 'its signature does not match' });
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = answer.response.transports ?? [];
    return { credential: id, publicKey: Buffer.from(publicKey), counter, transports, host };
  } catch {
    return refuse('passkey_refused', {
      problem: 'the browser’s answer is not for this site, or nobody proved who they are',
    });
  }
}
