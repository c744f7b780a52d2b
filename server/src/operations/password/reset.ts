import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { revokeTokens, savePassword } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { openSession } from '../session/open-session.ts';
import { exampleSession, sessionResource } from '../session/session-resource.ts';
import { admitLinkHolder, findLinkHolder } from '../token/link-holder.ts';
import { hashPassword } from './hash-password.ts';
import { newPassword, passwordProblem } from './password-rule.ts';

export default command({
  name: 'password.reset',
  summary: 'Use the link that an admin made you: choose another password, be signed in here and signed out elsewhere.',
  http: 'POST /v1/password-reset',
  status: 201,
  open: true,
  input: z.object({
    token: z.string().max(200).describe('What stands behind the # of the link.'),
    password: newPassword,
  }),
  output: sessionResource,
  secrets: ['token', 'password'],
  needs: { action: 'password.reset' },
  refuses: ['wrong_credentials', 'too_many_attempts', 'not_active', 'invalid_input'],
  example: { input: { token: exampleSession.token, password: 'correct horse battery' }, output: exampleSession },

  async load({ connection, now }, { token }) {
    return { found: await findLinkHolder(connection, { token, purpose: 'reset' }, now) };
  },

  async decide(context, { found }, { token, password }) {
    const holder = admitLinkHolder(context, found, token);
    if (isRefusal(holder)) return holder;
    const problem = passwordProblem(password, holder);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'password', problem }] });
    const { changes, connection, now } = context;
    const participant = holder.id;
    changes.actAs(holder);
    changes.fact(
      { type: 'password.reset', data: {} },
      { subject: participant },
      // Exactly one: of two who use the link at once the other decides again, and finds it gone.
      revokeTokens(connection, { participant, id: holder.token }, now),
      savePassword(connection, participant, await hashPassword(password)),
    );
    changes.also(revokeTokens(connection, { participant, purpose: 'session' }, now), 'any');
    changes.forgetParticipants();
    return openSession(context, holder);
  },
});
