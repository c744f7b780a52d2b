type Problem = { message: string; hint: string };

const tellAnAdmin = 'Try again; if it stays so, tell an admin, who finds more in the server’s log.';
const mend = 'Tell an admin: Settings, Sign-in, Test says what is wrong.';
const distrust = 'You were not signed in. Tell an admin: the server’s log says what did not fit.';

/** Why signing in through a provider came to nothing, by the code in the address, and what to do. */
export const signInProblems: Readonly<Record<string, Problem>> = {
  unknown_provider: {
    message: 'This way to sign in is no longer there.',
    hint: 'Choose one of those below.',
  },
  unreachable: { message: 'The provider cannot be reached at the moment.', hint: tellAnAdmin },
  misconfigured: { message: 'The provider is not what it was set up as here.', hint: mend },
  cancelled: { message: 'Signing in was cancelled at the provider.', hint: 'Begin again when you like.' },
  refused: { message: 'The provider did not let you sign in here.', hint: tellAnAdmin },
  stale: {
    message:
      'This sign-in is over: it took longer than 10 minutes, or was begun on another page or in another browser.',
    hint: 'Begin again here.',
  },
  used: { message: 'This sign-in was used already.', hint: 'Begin again here.' },
  busy: { message: 'Too many people are signing in at once.', hint: 'Try again in a moment.' },
  wrong_nonce: { message: 'The provider answered another question than was asked.', hint: distrust },
  wrong_issuer: { message: 'The answer came from somebody else than the provider.', hint: distrust },
  wrong_audience: { message: 'The provider’s answer was meant for another application.', hint: distrust },
  wrong_signature: { message: 'The provider’s answer is not signed by the provider.', hint: distrust },
  wrong_time: {
    message: 'The provider’s answer is too old, or from the future.',
    hint: 'Begin again; if it stays so, an admin should compare the clocks of the server and the provider.',
  },
  unreadable: { message: 'The provider’s answer cannot be used.', hint: distrust },
  not_active: {
    message: 'You are paused here, or have left.',
    hint: 'Ask an admin to resume you; then sign in again.',
  },
  email_unverified: {
    message: 'The provider has not verified your e-mail address.',
    hint: 'Verify it there, then sign in again.',
  },
  email_taken: {
    message: 'Your e-mail address belongs to somebody else here.',
    hint: 'Ask an admin to look at who has it.',
  },
  not_invited: {
    message: 'The provider knows you, but nobody has added you here yet.',
    hint: 'Ask an admin to add you with the e-mail address that you have at the provider.',
  },
  wrong_domain: {
    message: 'People with your e-mail address are not let in by themselves.',
    hint: 'Ask an admin to add you, or sign in at the provider with your address at work.',
  },
};
