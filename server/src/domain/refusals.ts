import { policyRefusals } from './policy/refusals.ts';
import { workRefusals } from './work-refusals.ts';

/**
 * Every way Coact says no: its HTTP status, whether trying again can help, a title, and what to do next.
 * Codes are API: never renamed. The facts of a refusal (`missing`, `by`, `field` …) travel beside the code.
 */
export const refusals = {
  // What was sent
  invalid_input: {
    status: 422,
    retryable: false,
    title: 'The request is not of the expected form',
    hint: 'Mend what `errors` names and send it again.',
  },
  malformed: {
    status: 400,
    retryable: false,
    title: 'The request could not be read',
    hint: 'Send valid JSON in UTF-8 with `Content-Type: application/json`.',
  },
  too_large: {
    status: 413,
    retryable: false,
    title: 'The request is larger than allowed',
    hint: 'Send at most `limit` bytes.',
  },
  too_many_facts: {
    status: 422,
    retryable: false,
    title: 'That is more than one answer holds',
    hint: 'At most `limit` facts fit: ask for a shorter period.',
  },
  not_found: {
    status: 404,
    retryable: false,
    title: 'There is no such thing here',
    hint: 'Check the id or key in `field`; it may belong to another workspace.',
  },
  unknown_reference: {
    status: 422,
    retryable: false,
    title: 'Something the request refers to does not exist',
    hint: 'Name something that exists in `field`.',
  },
  method_not_allowed: {
    status: 405,
    retryable: false,
    title: 'This address does not take that method',
    hint: 'Use one of the methods in `allow`.',
  },

  // Who is asking
  unauthenticated: {
    status: 401,
    retryable: false,
    title: 'Sign in or send a token',
    hint: 'Send `Authorization: Bearer <token>`; ask an admin for a new one if yours has expired or was revoked.',
  },
  wrong_credentials: {
    status: 401,
    retryable: false,
    title: 'The e-mail address or the password is wrong',
    hint: 'Try again, or ask an admin for a new set-up link.',
  },
  passkey_refused: {
    status: 401,
    retryable: false,
    title: 'The passkey was not accepted',
    hint: 'Try again; if it stays so, sign in in another way, or ask an admin to reset your access.',
  },
  no_passkeys_here: {
    status: 409,
    retryable: false,
    title: 'Browsers keep no passkeys for this address',
    hint: 'Open Coact by a host name instead of an address: `instead` on this machine, else the one in COACT_PUBLIC_URL, over HTTPS.',
  },
  last_way_in: {
    status: 409,
    retryable: false,
    title: 'Nobody else could administer Coact',
    hint: 'Add another passkey or a password first, or make somebody who can sign in an admin.',
  },
  only_way_in: {
    status: 409,
    retryable: false,
    title: 'Somebody signs in in no other way',
    hint: 'Give those in `participants` another way first: `participant.reset_access` makes a link for a password. Or say `leavesOut: true`.',
  },
  forbidden: {
    status: 403,
    retryable: false,
    title: 'You may not do this',
    hint: 'Ask one of those in `allowed` to do it, or to hand it to you.',
  },
  out_of_scope_token: {
    status: 403,
    retryable: false,
    title: 'Your token is not made for this',
    hint: 'Use a token with one of the scopes in `wanted`, and for the team that this is about; whoever gave you this one can make another (`token.create`).',
  },
  secret_unreadable: {
    status: 503,
    retryable: true,
    title: 'This server cannot open the secret that this needs',
    hint: 'An admin gives all servers the same COACT_SECRET_KEY, or enters the secret anew; `coact doctor` counts them.',
  },
  bad_signature: {
    status: 401,
    retryable: false,
    title: 'The signature does not fit what was sent',
    hint: 'Sign the body to the byte with the secret of this address, with a clock that is right; `stale` in `problem` means sent too long ago.',
  },
  foreign_origin: {
    status: 403,
    retryable: false,
    title: 'The request comes from another site',
    hint: 'Open Coact at the address it was set up for (COACT_PUBLIC_URL).',
  },
  sign_in_refused: {
    status: 403,
    retryable: false,
    title: 'The provider vouches for you, but you cannot come in',
    hint: '`problem` says why; an admin can add you, or mend how people sign in.',
  },
  too_many_attempts: {
    status: 429,
    retryable: true,
    title: 'Too many attempts',
    hint: 'Wait `retryAfter` seconds and try again.',
  },
  not_active: {
    status: 409,
    retryable: false,
    title: 'That participant is not active',
    hint: '`by` and `reason` say who paused them and why, where that is known. Ask their sponsor or an admin to resume them, or name somebody else.',
  },
  sponsor_away: {
    status: 409,
    retryable: false,
    title: 'Nobody answers for you now',
    hint: '`sponsor` is paused, has left or is only a guest, so nothing is done for them: wait until they are back, or ask an admin for another sponsor (`participant.update`).',
  },
  stopped: {
    status: 409,
    retryable: false,
    title: 'You were stopped',
    hint: '`by` stopped what `covers` names, for the `reason` given: do nothing until it is lifted (`me.get` says when), then claim anew.',
  },
  last_admin: {
    status: 409,
    retryable: false,
    title: 'Nobody else could administer Coact',
    hint: 'Make another active human an admin first.',
  },
  still_accountable: {
    status: 409,
    retryable: false,
    title: 'This person is still accountable for work or agents',
    hint: 'Give the items in `items` and the outcomes in `outcomes` another owner, and the participants in `sponsored` another sponsor first, or hand over everything in one step with `participant.retire`.',
  },
  on_hold: {
    status: 409,
    retryable: false,
    title: 'A legal hold covers this',
    hint: 'Nothing was changed. Wait until the holds in `holds` are lifted (`hold.lift`), which an admin may do.',
  },
  no_successor: {
    status: 409,
    retryable: false,
    title: 'Not everything has somebody to take it over',
    hint: 'Nothing was changed. For each of `pieces`, name a successor who is human, active and somebody else: in `successors`, or one for all the rest in `successor`.',
  },

  // Versions and repetition
  version_conflict: {
    status: 412,
    retryable: true,
    title: 'It has changed since you read it',
    hint: 'Read it again, compare, and send your change with the new ETag.',
  },
  precondition_required: {
    status: 428,
    retryable: false,
    title: 'Say which version you are changing',
    hint: 'Send `If-Match` with the ETag that you read.',
  },
  key_reused: {
    status: 422,
    retryable: false,
    title: 'This Idempotency-Key was used for another request',
    hint: 'Use a fresh key for every new command.',
  },
  already_exists: {
    status: 409,
    retryable: false,
    title: 'It exists already',
    hint: 'Choose another value for `field`.',
  },

  // The life of a work item
  ...workRefusals,

  // Requests
  not_verifier: {
    status: 403,
    retryable: false,
    title: 'Whoever did the work may not judge it',
    hint: 'Ask somebody else to verify: one of `allowed`.',
  },
  verdict_missing: {
    status: 422,
    retryable: false,
    title: 'Every criterion needs a verdict',
    hint: 'Give `pass` or `fail` for each criterion in `criteria`.',
  },
  step_refused: {
    status: 409,
    retryable: false,
    title: 'A step of the proposal cannot be done',
    hint: 'Nothing was done. `step` says which one and `refusal` why: leave it out with `steps`, edit it, or decline and say what should be proposed instead.',
  },
  agreement_pending: {
    status: 409,
    retryable: false,
    title: 'Those who must agree have not all answered',
    hint: 'Wait until everybody in `waiting` has agreed or said why not, or until the deadline has passed.',
  },
  reason_missing: {
    status: 422,
    retryable: false,
    title: 'Say why',
    hint: 'Give a reason in `field`; whoever does the work next will read it.',
  },

  // The policy
  ...policyRefusals,

  // The sample
  sample_exists: {
    status: 409,
    retryable: false,
    title: 'The sample is here already',
    hint: 'Look at the team Sample, or remove the sample first (`sample.remove`).',
  },
  no_sample: {
    status: 404,
    retryable: false,
    title: 'There is no sample here',
    hint: 'Nothing has to be removed; `sample.create` makes one.',
  },
  sample_in_use: {
    status: 409,
    retryable: false,
    title: 'Real work stands on the sample',
    hint: 'Loosen what `items`, `participants` and `outcomes` name first: another owner, assignee, sponsor, outcome or parent, and no dependency on work of the sample.',
  },

  // The machine
  busy: {
    status: 503,
    retryable: true,
    title: 'Too many people are changing this at once',
    hint: 'Nothing was changed. Try again in a moment.',
  },
  unavailable: {
    status: 503,
    retryable: true,
    title: 'The database cannot be reached',
    hint: 'Nothing was changed. Try again shortly; an admin can run `coact doctor`.',
  },
  internal: {
    status: 500,
    retryable: false,
    title: 'Something went wrong inside Coact',
    hint: 'Nothing was changed. Tell an admin the request id in `instance`.',
  },
} as const satisfies Record<string, { status: number; retryable: boolean; title: string; hint: string }>;

export type RefusalCode = keyof typeof refusals;

/** A refusal is a value, not an exception: exceptions are bugs or outages. */
export type Refusal = { refused: RefusalCode; [fact: string]: unknown };

export const refuse = (code: RefusalCode, facts: Record<string, unknown> = {}): Refusal => ({
  refused: code,
  ...facts,
});

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
