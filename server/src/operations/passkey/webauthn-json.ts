import { z } from 'zod';

/** What the browser is told, and what it says of it, as WebAuthn writes both in JSON: bytes are base64url. */
const bytes = z.string().min(1).max(20_000);

/** Browsers add fields of their own, which are left alone. */
const answer = { id: bytes, rawId: bytes, type: z.literal('public-key') };

export const attestation = z
  .looseObject({
    ...answer,
    response: z.looseObject({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .describe('What `navigator.credentials.create` gave, as `toJSON` writes it.');

export const assertion = z
  .looseObject({
    ...answer,
    response: z.looseObject({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.nullish(),
    }),
  })
  .describe('What `navigator.credentials.get` gave, as `toJSON` writes it.');

export const creationOptions = z
  .object({
    options: z.record(z.string(), z.unknown()).describe('For `navigator.credentials.create`, in JSON; good once.'),
  })
  .meta({ id: 'PasskeyCreation', description: 'What a browser needs to make a passkey.' });

export const requestOptions = z
  .object({
    options: z.record(z.string(), z.unknown()).describe('For `navigator.credentials.get`, in JSON; good once.'),
  })
  .meta({ id: 'PasskeyRequest', description: 'What a browser needs to sign in with a passkey.' });

const challenge = 'n2kqfXq1Yb3r0eZtq7cJw8mXvUuP4hQdK9sL5aTgBxA';
const id = 'mG9vY0Rk3wq8pYB1uHc2Vw';
const clientDataJSON = 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoibjJrcSJ9';

export const exampleCreation = {
  options: { challenge, rp: { id: 'coact.example.com', name: 'Coact' }, attestation: 'none' },
};
export const exampleRequest = {
  options: { challenge, rpId: 'coact.example.com', userVerification: 'required' },
};
export const exampleAttestation = {
  id,
  rawId: id,
  type: 'public-key' as const,
  response: { clientDataJSON, attestationObject: 'o2NmbXRkbm9uZQ', transports: ['internal'] },
};
export const exampleAssertion = {
  id,
  rawId: id,
  type: 'public-key' as const,
  response: { clientDataJSON, authenticatorData: 'SZYN5YgOjGh0NBcP', signature: 'MEUCIQDx', userHandle: 'AZegAAAA' },
};
