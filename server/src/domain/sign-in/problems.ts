/**
 * Why a sign-in through a provider led to no session. The codes stand in the address of the sign-in page, which says each in
 * words; they are never renamed.
 */
export const signInProblems = [
  // Along the way
  'unknown_provider',
  'unreachable',
  'misconfigured',
  'cancelled',
  'refused',
  'stale',
  'used',
  'busy',
  // What the provider sent is not what was asked for
  'wrong_nonce',
  'wrong_issuer',
  'wrong_audience',
  'wrong_signature',
  'wrong_time',
  'unreadable',
  // Who it is
  'not_active',
  'email_unverified',
  'email_taken',
  'not_invited',
  'wrong_domain',
] as const;

export type SignInProblem = (typeof signInProblems)[number];
