import {
  type Configuration,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { StoredProvider } from '../../store/providers.ts';
import type { ServerFacts } from '../context.ts';
import { callbackOf } from '../resources/provider.ts';
import { discover } from './discover.ts';
import { ATTEMPT_MS, sealAttempt } from './seal.ts';
import { toTrouble } from './trouble.ts';

export type Begun = { url: URL; sealed: string };

/** Where to send somebody who wants to sign in through a provider, and the sealed record that their browser keeps meanwhile. */
export async function beginSignIn(
  provider: StoredProvider,
  { server, returnTo, now }: { server: ServerFacts; returnTo: string; now: number },
): Promise<Begun> {
  const found = await discoverLately(provider, server, now);
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const parameters = {
    redirect_uri: callbackOf(server.publicUrl),
    scope: [...new Set(['openid', ...provider.scopes])].join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  const attempt = { provider: provider.id, state, nonce, verifier, returnTo, expiresAt: now + ATTEMPT_MS };
  try {
    return { url: buildAuthorizationUrl(found, parameters), sealed: sealAttempt(provider.seal, attempt) };
  } catch (error) {
    throw toTrouble(error);
  }
}

const REMEMBERED_MS = 60_000;
const lately = new Map<string, { version: number; at: number; found: Promise<Configuration> }>();

/**
 * What a provider said of itself within the last minute, asked once for all who want to sign in: strangers who knock cause no
 * traffic of their own. Whatever is verified afterwards is asked anew.
 */
function discoverLately(provider: StoredProvider, server: ServerFacts, now: number): Promise<Configuration> {
  const known = lately.get(provider.id);
  if (known && known.version === provider.version && Math.abs(now - known.at) < REMEMBERED_MS) return known.found;
  const found = discover(provider, server);
  lately.set(provider.id, { version: provider.version, at: now, found });
  found.catch(() => lately.delete(provider.id));
  return found;
}
