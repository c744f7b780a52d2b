import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { SignInProblem } from '../../domain/sign-in/problems.ts';
import { SecretError } from '../../store/vault.ts';
import { OutsideError } from '../outbound/fetch-outside.ts';

/** A sign-in that came to nothing: `problem` for the person, the message for the log and for whoever tests a provider. Neither holds a secret. */
export class SignInTrouble extends Error {
  override name = 'SignInTrouble';
  readonly problem: SignInProblem;
  constructor(problem: SignInProblem, reason: string) {
    super(reason);
    this.problem = problem;
  }
}

/** What an error of the protocol means; what is none of these is a bug and is thrown on. */
export function toTrouble(error: unknown): SignInTrouble {
  if (error instanceof SignInTrouble) return error;
  const outside = causes(error).find((one) => one instanceof OutsideError);
  const sealed = causes(error).find((one) => one instanceof SecretError);
  if (sealed) return new SignInTrouble('misconfigured', sealed.message);
  if (outside) return new SignInTrouble('unreachable', outside.message);
  if (error instanceof AuthorizationResponseError)
    return new SignInTrouble(
      error.error === 'access_denied' ? 'cancelled' : 'refused',
      `it answered ${word(error.error)}`,
    );
  if (error instanceof ResponseBodyError) return new SignInTrouble('refused', `it answered ${word(error.error)}`);
  if (error instanceof ClientError) return byCode(error);
  // What the library says of metadata that is not of its form.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_INVALID_ARG'))
    return new SignInTrouble('misconfigured', `its metadata is not of the expected form: ${error.message}`);
  throw error;
}

/** Error codes of OAuth are short words; whatever else stands there is not repeated. */
const word = (code: string) => (/^[\w-]{1,60}$/.test(code) ? code : 'an error');

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

const byClaim: Record<string, SignInProblem> = {
  nonce: 'wrong_nonce',
  iss: 'wrong_issuer',
  aud: 'wrong_audience',
  azp: 'wrong_audience',
};

function byCode(error: ClientError): SignInTrouble {
  const inner = causes(error).at(-1);
  const told = inner instanceof Error ? inner.message : error.message;
  switch (error.code) {
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return new SignInTrouble(byClaim[claimOf(inner)] ?? 'unreadable', told);
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return new SignInTrouble('wrong_time', told);
    case 'OAUTH_KEY_SELECTION_FAILED':
    case 'OAUTH_UNSUPPORTED_OPERATION':
      return new SignInTrouble('wrong_signature', told);
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return new SignInTrouble('unreachable', told);
    // Of what it tells when it is asked: that is of somebody else than the token.
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return new SignInTrouble('unreadable', told);
    case 'OAUTH_INVALID_RESPONSE':
      return new SignInTrouble(byMessage(told), told);
    default:
      return new SignInTrouble(isOutage(error.cause) ? 'unreachable' : 'misconfigured', statusOf(error.cause) ?? told);
  }
}

const claimOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'claim' in cause ? String(cause.claim) : '';
};

function byMessage(told: string): SignInProblem {
  if (told.includes('"nonce"')) return 'wrong_nonce';
  if (told.includes('"iss"')) return 'wrong_issuer';
  if (told.includes('"state"')) return 'stale';
  return /signature|"alg"/.test(told) ? 'wrong_signature' : 'unreadable';
}

const isOutage = (cause: unknown) => cause instanceof Response && (cause.status >= 500 || cause.status === 429);
const statusOf = (cause: unknown) => (cause instanceof Response ? `it answered with status ${cause.status}` : null);
