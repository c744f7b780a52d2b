import {
  type Configuration,
  ResponseBodyError,
  type ServerMetadata,
  genericGrantRequest,
  randomPKCECodeVerifier,
} from 'openid-client';
import type { StoredProvider } from '../../store/providers.ts';
import type { ServerFacts } from '../context.ts';
import { callbackOf } from '../resources/provider.ts';
import { discover } from './discover.ts';
import { toTrouble } from './trouble.ts';

export type Check = {
  check: 'discovery' | 'code_flow' | 'pkce' | 'signatures' | 'client' | 'groups';
  fine: boolean;
  says: string;
};

/** Goes as far with a provider as is possible without a person, and says in words how far that is. */
export async function checkProvider(provider: StoredProvider, server: ServerFacts): Promise<Check[]> {
  try {
    const found = await discover(provider, server);
    const metadata = found.serverMetadata();
    return [
      { check: 'discovery', fine: true, says: 'It can be reached and names itself as it is written down here.' },
      ...checkMetadata(metadata, provider),
      await checkClient(found, server),
    ];
  } catch (error) {
    const { message } = toTrouble(error);
    const where = `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    return [
      {
        check: 'discovery',
        fine: false,
        says: `Its metadata cannot be used: ${message}. They are read from ${where}.`,
      },
    ];
  }
}

const ALGORITHM = /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/;

function checkMetadata(metadata: ServerMetadata, { groupsClaim }: StoredProvider): Check[] {
  const flows = metadata.response_types_supported ?? ['code'];
  const endpoints = metadata.authorization_endpoint && metadata.token_endpoint && metadata.jwks_uri;
  const algorithms = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
  return [
    flows.includes('code') && endpoints
      ? { check: 'code_flow', fine: true, says: 'It offers the authorization code flow.' }
      : {
          check: 'code_flow',
          fine: false,
          says: 'It does not offer the authorization code flow with an authorization endpoint, a token endpoint and a list of keys. Turn that flow on for this client.',
        },
    {
      check: 'pkce',
      fine: true,
      says: supportsPkce(metadata)
        ? 'It takes part in PKCE.'
        : 'It does not say that it takes part in PKCE; Coact sends it all the same, which does no harm.',
    },
    algorithms.some((one) => ALGORITHM.test(one))
      ? { check: 'signatures', fine: true, says: 'It signs its tokens with a public key.' }
      : {
          check: 'signatures',
          fine: false,
          says: `It signs ID tokens only with ${algorithms.join(', ')}. Choose RS256 or ES256 for this client.`,
        },
    ...checkGroups(metadata, groupsClaim),
  ];
}

const supportsPkce = ({ code_challenge_methods_supported: methods }: ServerMetadata) =>
  Array.isArray(methods) && methods.includes('S256');

/** Many providers do not list all of their claims, so what is missing is only worth a hint. */
function checkGroups({ claims_supported: claims }: ServerMetadata, groupsClaim: string | null): Check[] {
  if (groupsClaim === null || !Array.isArray(claims)) return [];
  const [first = groupsClaim] = groupsClaim.split('.');
  const listed = claims.includes(groupsClaim) || claims.includes(first);
  const says = listed
    ? `It knows the claim ${groupsClaim}.`
    : `It does not list the claim ${groupsClaim}. If groups give nothing, look there, and whether a scope has to be asked for.`;
  return [{ check: 'groups', fine: true, says }];
}

/** Offers a code that was never given: whoever knows the client complains of the code, whoever does not, of the client. */
async function checkClient(found: Configuration, { publicUrl }: ServerFacts): Promise<Check> {
  const callback = callbackOf(publicUrl);
  try {
    await genericGrantRequest(found, 'authorization_code', {
      code: 'coact-asks-whether-the-client-is-known',
      redirect_uri: callback,
      code_verifier: randomPKCECodeVerifier(),
    });
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant')
      return {
        check: 'client',
        fine: true,
        says: `It knows the client. Register ${callback} with it as redirect URI.`,
      };
    if (isUnknownClient(error))
      return {
        check: 'client',
        fine: false,
        says: 'It does not accept the client id with this client secret. Compare both with what it shows.',
      };
    const { message } = toTrouble(error);
    return {
      check: 'client',
      fine: true,
      says: `Whether it knows the client cannot be told before somebody signs in: ${message}.`,
    };
  }
  return { check: 'client', fine: false, says: 'It gave a token for a code that it never gave out. Do not trust it.' };
}

/** As a body or, where the client proved itself by a header, as a challenge. */
function isUnknownClient(error: unknown): boolean {
  if (error instanceof ResponseBodyError)
    return error.error === 'invalid_client' || error.error === 'unauthorized_client';
  return error instanceof Error && 'status' in error && error.status === 401;
}
