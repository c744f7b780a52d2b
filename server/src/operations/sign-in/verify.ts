import { type Configuration, type IDToken, authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import type { Claims } from '../../domain/sign-in/provider.ts';
import type { StoredProvider } from '../../store/providers.ts';
import type { ServerFacts } from '../context.ts';
import { callbackOf } from '../resources/provider.ts';
import { CLOCK_TOLERANCE, discover } from './discover.ts';
import { groupsIn, readClaims } from './read-claims.ts';
import type { Attempt } from './seal.ts';
import { SignInTrouble, toTrouble } from './trouble.ts';

/** Seconds after which what a provider vouched for is no longer news. */
const OLDEST = 600;

export type Callback = {
  provider: StoredProvider;
  attempt: Attempt;
  /** What stands in the address behind the question mark. */
  query: string;
  server: ServerFacts;
  now: number;
};

/**
 * Verifies the provider's answer to a sign-in, and gives whom it tells: state, issuer, audience, nonce, signature and times.
 * Throws a SignInTrouble for everything that does not fit.
 */
export async function verifyCallback({ provider, attempt, query, server, now }: Callback): Promise<Claims> {
  const found = await discover(provider, server);
  try {
    const tokens = await authorizationCodeGrant(found, new URL(`${callbackOf(server.publicUrl)}?${query}`), {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (!told) throw new SignInTrouble('unreadable', 'it sent no ID token');
    refuseOld(told, now);
    const more = lacks(provider, told) ? await askForMore(found, tokens.access_token, told.sub) : {};
    return readClaims(provider, { ...more, ...told });
  } catch (error) {
    throw toTrouble(error);
  }
}

function refuseOld({ iat }: IDToken, now: number): void {
  const age = now / 1000 - iat;
  if (age > OLDEST + CLOCK_TOLERANCE)
    throw new SignInTrouble('wrong_time', 'its ID token was issued more than 10 minutes ago');
  if (age < -CLOCK_TOLERANCE)
    throw new SignInTrouble('wrong_time', 'its ID token is issued in the future: compare the clocks');
}

/** Providers put what they know of somebody into the ID token, or keep it for those who ask. */
const lacks = ({ groupsClaim }: StoredProvider, told: IDToken): boolean =>
  told['email'] === undefined ||
  told['name'] === undefined ||
  (groupsClaim !== null && groupsIn(told, groupsClaim) === null);

async function askForMore(
  found: Configuration,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  return found.serverMetadata().userinfo_endpoint ? fetchUserInfo(found, accessToken, subject) : {};
}
