import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { countPasskey, findChallenge, findPasskey, spendChallenge } from '../../store/passkeys.ts';
import { findParticipant } from '../../store/people.ts';
import { command } from '../define.ts';
import { loginLimiterOf } from '../login-limiter.ts';
import { checkAssertion } from '../passkey/check-assertion.ts';
import { challengeIn } from '../passkey/issue-challenge.ts';
import { assertion, exampleAssertion } from '../passkey/webauthn-json.ts';
import { openSession } from './open-session.ts';
import { exampleSession, sessionResource } from './session-resource.ts';

export default command({
  name: 'session.create_with_passkey',
  summary: 'Sign in with a passkey: send what your browser signed.',
  http: 'POST /v1/sessions/passkey',
  status: 201,
  open: true,
  input: z.object({ response: assertion }),
  output: sessionResource,
  secrets: ['response', 'token'],
  needs: { action: 'session.create' },
  refuses: ['passkey_refused', 'too_many_attempts', 'not_active'],
  example: { input: { response: exampleAssertion }, output: exampleSession },

  async load({ connection, now }, { response }) {
    const [challenge, passkey] = await Promise.all([
      findChallenge(connection, challengeIn(response), now),
      findPasskey(connection, { credential: response.id }),
    ]);
    const participant = passkey && (await findParticipant(connection, passkey.participant));
    return { challenge, passkey, participant };
  },

  async decide(context, { challenge, passkey, participant }, { response }) {
    const { changes, connection, now } = context;
    const limiter = loginLimiterOf(context.server);
    const tried = `passkey ${response.id}`;
    const retryAfter = limiter.attempt(tried, now);
    if (retryAfter !== null) return refuse('too_many_attempts', { retryAfter });
    const proved = await checkAssertion({ answer: response, challenge, passkey });
    if (isRefusal(proved)) return proved;
    limiter.succeeded(tried);
    if (!participant) return refuse('passkey_refused', { problem: 'it is not known here; it may have been removed' });
    const { id, status } = participant;
    if (status !== 'active') return refuse('not_active', { participant: id, status });
    changes.also(spendChallenge(connection, proved.challenge));
    changes.also(countPasskey(connection, proved.passkey, proved.counter, now));
    return openSession(context, participant, { passkey: proved.passkey.id });
  },
});
