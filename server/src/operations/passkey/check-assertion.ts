import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Challenge, Passkey } from '../../store/passkeys.ts';
import { handleText } from './offer-creation.ts';
import type { assertion } from './webauthn-json.ts';

export type Presented = {
  answer: z.output<typeof assertion>;
  challenge: Challenge | null;
  passkey: Passkey | null;
};

type Proved = { challenge: Challenge; passkey: Passkey; counter: number };

/** Whether somebody has proved that they hold a passkey, and how often it has signed by now; or why not. */
export async function checkAssertion({ answer, challenge, passkey }: Presented): Promise<Proved | Refusal> {
  if (!challenge || challenge.participant !== null) return no('it took too long, or this was used before');
  if (!passkey) return no('it is not known here; it may have been removed');
  const { userHandle } = answer.response;
  if (userHandle && userHandle !== handleText(passkey.participant)) return no('it is somebody else’s');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      // Checked as far as it is read; what else there is, the library looks at by itself.
      response: { clientExtensionResults: {}, ...answer } as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge.challenge,
      expectedOrigin: challenge.origin,
      expectedRPID: new URL(challenge.origin).hostname,
      credential: { ...passkey, id: passkey.credential, publicKey: new Uint8Array(passkey.publicKey) },
      requireUserVerification: true,
    });
    const counter = authenticationInfo.newCounter;
    return verified ? { challenge, passkey, counter } : no('its signature does not match');
  } catch (error) {
    // The library throws the other reasons as well; this one means that there is a copy of the key.
    const counts = error instanceof Error && /counter/.test(error.message);
    return no(
      counts
        ? 'it has signed less often than it had before, as a copy would; remove it and add it anew'
        : 'the browser’s answer is not for this site, or nobody proved who they are',
    );
  }
}

const no = (problem: string) => refuse('passkey_refused', { problem });
