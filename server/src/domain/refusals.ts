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
  forbidden: {
    status: 403,
    retryable: false,
    title: 'You may not do this',
    hint: 'Ask one of those in `allowed` to do it, or to hand it to you.',
  },
  foreign_origin: {
    status: 403,
    retryable: false,
    title: 'The request comes from another site',
    hint: 'Open Coact at the address it was set up for (COACT_PUBLIC_URL).',
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
    hint: 'Ask their sponsor or an admin to resume them, or name somebody else.',
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
    hint: 'Give the items in `items` and the outcomes in `outcomes` another owner, and the participants in `sponsored` another sponsor first.',
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
  not_ready: {
    status: 409,
    retryable: false,
    title: 'The work is not clear enough to hand out',
    hint: 'Supply what `missing` names, then commit the item.',
  },
  wrong_state: {
    status: 409,
    retryable: false,
    title: 'The state of this does not allow that',
    hint: 'It is `state`; this is possible when it is one of `expected`.',
  },
  blocked: {
    status: 409,
    retryable: true,
    title: 'Other work has to be finished first',
    hint: 'Wait for the items in `by`, or ask the owner to remove the dependency.',
  },
  waiting: {
    status: 409,
    retryable: true,
    title: 'Somebody has to answer first',
    hint: 'Wait for the requests in `requests` to be answered.',
  },
  already_triaged: {
    status: 409,
    retryable: false,
    title: 'It does not wait to be triaged',
    hint: 'It is `state`: edit, commit or cancel it as any other work.',
  },
  too_early: {
    status: 409,
    retryable: true,
    title: 'This work may not start yet',
    hint: 'Claim it from `start` on.',
  },
  already_claimed: {
    status: 409,
    retryable: true,
    title: 'Somebody is working on this',
    hint: 'Claim other work; this run ends at `until` unless it is renewed.',
  },
  held_back: {
    status: 409,
    retryable: false,
    title: 'Too many attempts at this were lost or failed',
    hint: 'Its owner must resolve the exception before anybody claims it again.',
  },
  lacks_skill: {
    status: 409,
    retryable: false,
    title: 'You lack a skill that this work needs',
    hint: 'Claim other work, or ask an admin to record the skills in `missing` for you.',
  },
  not_your_team: {
    status: 409,
    retryable: false,
    title: 'This work belongs to a team you are not in',
    hint: 'Ask an admin to add you to the team in `team`.',
  },
  assigned_elsewhere: {
    status: 409,
    retryable: false,
    title: 'This work is assigned to somebody else',
    hint: 'Claim other work, or ask its owner to assign it to you.',
  },
  over_wip: {
    status: 409,
    retryable: true,
    title: 'You have as much work in progress as you may',
    hint: 'Finish or release one of your `limit` runs first.',
  },
  stale_fence: {
    status: 409,
    retryable: false,
    title: 'This run has ended; the work has moved on',
    hint: 'Stop working on it: `ending` and `reason` say how it ended, `by` who ended it. Claim again if you still should.',
  },
  evidence_missing: {
    status: 422,
    retryable: false,
    title: 'A required criterion has no evidence',
    hint: 'Attach evidence for each criterion in `criteria`.',
  },
  children_open: {
    status: 409,
    retryable: true,
    title: 'Part of this work is still open',
    hint: 'Finish or cancel the items in `children` first.',
  },
  outcomes_open: {
    status: 409,
    retryable: false,
    title: 'Outcomes under this one are still open',
    hint: 'End the outcomes in `outcomes` first, or move them elsewhere.',
  },
  cycle: {
    status: 409,
    retryable: false,
    title: 'The work would wait for itself',
    hint: 'Leave out one link of the chain in `path`.',
  },
  limit_reached: {
    status: 409,
    retryable: false,
    title: 'There are too many of these already',
    hint: 'At most `limit` are possible; remove one first.',
  },

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
  reason_missing: {
    status: 422,
    retryable: false,
    title: 'Say why',
    hint: 'Give a reason in `field`; whoever does the work next will read it.',
  },

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
