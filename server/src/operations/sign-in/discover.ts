import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  None,
  allowInsecureRequests,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { StoredProvider } from '../../store/providers.ts';
import type { ServerFacts } from '../context.ts';
import { fetchOutside } from '../outbound/fetch-outside.ts';
import { isLoopbackHost } from '../outbound/private-address.ts';
import type { Secret } from '../../store/vault.ts';
import { SignInTrouble, toTrouble } from './trouble.ts';

/** Seconds for each request, and by how much the provider's clock may differ. */
const TIMEOUT = 10;
export const CLOCK_TOLERANCE = 60;

type Issuer = Pick<StoredProvider, 'issuer' | 'clientId' | 'clientSecret'>;

/** Reads what a provider says of itself. Throws a SignInTrouble where it cannot be reached or is not what it was configured as. */
export async function discover(provider: Issuer, { privateHosts = [] }: ServerFacts): Promise<Configuration> {
  const issuer = new URL(provider.issuer);
  const loopback = isLoopbackHost(issuer.hostname);
  const call: CustomFetch = (url, { method, headers, body, signal }) =>
    fetchOutside(
      url,
      { method, headers, ...(signal && { signal }), ...(body && { body: bodyText(body) }) },
      { privateHosts, loopback, timeout: TIMEOUT * 1000 },
    );
  const metadata = { [clockTolerance]: CLOCK_TOLERANCE };
  const options = { [customFetch]: call, timeout: TIMEOUT, execute: loopback ? [allowInsecureRequests] : [] };
  try {
    const found = await discovery(issuer, provider.clientId, metadata, authenticate(provider.clientSecret), options);
    refuseOther(issuer, found.serverMetadata().issuer);
    // Signatures are checked even though the token came over TLS straight from the provider.
    enableNonRepudiationChecks(found);
    return found;
  } catch (error) {
    throw sayOther(toTrouble(error), error);
  }
}

/** Of a provider for many tenants the library accepts any of them; here the one that was written down is meant. */
function refuseOther(issuer: URL, told: string): void {
  if (!URL.canParse(told) || new URL(told).href !== issuer.href)
    throw new SignInTrouble('misconfigured', `it names itself ${told.slice(0, 500)}, not ${issuer.href}`);
}

/** The library keeps what the provider calls itself in the cause; whoever mends the issuer wants to read it. */
function sayOther(trouble: SignInTrouble, error: unknown): SignInTrouble {
  const cause = error instanceof Error ? error.cause : null;
  if (typeof cause !== 'object' || cause === null || !('expected' in cause) || !('body' in cause)) return trouble;
  const { issuer } = cause.body as { issuer?: unknown };
  const told = typeof issuer === 'string' ? issuer.slice(0, 500) : 'nothing';
  return new SignInTrouble('misconfigured', `it names itself ${told}, not ${String(cause.expected)}`);
}

/** The way that the provider says it takes; where it says nothing, the one that the protocol takes for granted. */
const authenticate =
  (kept: Secret | null): ClientAuth =>
  (server, client, body, headers) => {
    const secret = kept?.reveal() ?? null;
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = ways.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    (secret === null ? None() : way(secret))(server, client, body, headers);
  };

const bodyText = (body: NonNullable<Parameters<CustomFetch>[1]['body']>): string | Uint8Array => {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('a request to a provider has a form or a text as its body');
};
