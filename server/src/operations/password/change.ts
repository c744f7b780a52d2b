import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { findPassword, revokeTokens, savePassword } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { loginLimiterOf } from '../login-limiter.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { newPassword, passwordProblem } from './password-rule.ts';

export default command({
  name: 'password.change',
  summary: 'Change your password; your other sessions end.',
  http: 'POST /v1/me/password',
  input: z.object({ current: z.string().max(1_000), password: newPassword }),
  output: null,
  secrets: ['current', 'password'],
  needs: { action: 'password.change', facts: (_, { actor }) => ({ subject: actor.id }) },
  refuses: ['wrong_credentials', 'too_many_attempts', 'invalid_input'],
  example: { input: { current: 'correct horse battery', password: 'staple of the evening' }, output: null },

  async load({ connection, actor }) {
    return { known: await findPassword(connection, actor.id) };
  },

  async decide({ actor, connection, changes, now, server }, { known }, { current, password }) {
    const problem = passwordProblem(password, actor);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'password', problem }] });
    const limiter = loginLimiterOf(server);
    const retryAfter = limiter.attempt(actor.id, now);
    if (retryAfter !== null) return refuse('too_many_attempts', { retryAfter });
    if (!(await verifyPassword(known, current))) return refuse('wrong_credentials', { field: 'current' });
    limiter.succeeded(actor.id);

    changes.fact(
      { type: 'password.changed', data: {} },
      { subject: actor.id },
      savePassword(connection, actor.id, await hashPassword(password)),
    );
    changes.also(
      revokeTokens(connection, { participant: actor.id, purpose: 'session', except: actor.token }, now),
      'any',
    );
    changes.forgetParticipants();
    return null;
  },
});
