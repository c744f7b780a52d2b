/** How the rules of the policy, and acts that wait for approval, say no: part of the table of refusals. */
export const policyRefusals = {
  forbidden_by_policy: {
    status: 403,
    retryable: false,
    title: 'A rule of the policy forbids this',
    hint: 'Read `because`: it says why, and `rules` names the rules. An admin can change those of the workspace.',
  },
  not_approver: {
    status: 403,
    retryable: false,
    title: 'This is not for you to approve',
    hint: 'Ask one of `allowed`. Nobody approves what they asked for or what they work on.',
  },
  world_moved: {
    status: 409,
    retryable: false,
    title: 'Things have changed since this was proposed',
    hint: 'Nothing was done. Compare `expected` with `found`, or see what `refusal` says; then decline it, and let it be proposed again.',
  },
  policy_unsound: {
    status: 422,
    retryable: false,
    title: 'These rules cannot be in force',
    hint: 'Mend the rules that `rules` names: `problem` says what is wrong with them.',
  },
  above_ceiling: {
    status: 409,
    retryable: false,
    title: 'That is more than this agent may be given',
    hint: 'Choose at most `ceiling`, or ask an admin to raise it.',
  },
} as const satisfies Record<string, { status: number; retryable: boolean; title: string; hint: string }>;
