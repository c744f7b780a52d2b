import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Passkey } from '../../store/passkeys.ts';
import type { CommandContext } from '../context.ts';
import { algorithms } from './add-passkey.ts';
import { issueChallenge } from './issue-challenge.ts';
import type { RelyingParty } from './relying-party.ts';
import type { creationOptions } from './webauthn-json.ts';

type Holder = { id: string; name: string; email: string | null };

/** What a browser needs to make a passkey for somebody: one that it finds by itself and that asks for finger, face or PIN. */
export async function offerCreation(
  context: CommandContext,
  party: RelyingParty,
  { holder, known }: { holder: Holder; known: readonly Passkey[] },
): Promise<z.input<typeof creationOptions>> {
  const here = known.filter(({ host }) => host === party.host);
  const options = await generateRegistrationOptions({
    rpName: 'Coact',
    rpID: party.host,
    userID: handleOf(holder.id),
    userName: holder.email ?? holder.name,
    userDisplayName: holder.name,
    challenge: issueChallenge(context, party, holder.id),
    timeout: 120_000,
    attestationType: 'none',
    excludeCredentials: here.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [...algorithms],
  });
  return { options: { ...options } };
}

/** How the authenticator knows its holder: by their id, which tells nothing outside. */
const handleOf = (id: string) => new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));

/** The same as a browser sends it back. */
export const handleText = (id: string): string => Buffer.from(handleOf(id)).toString('base64url');
