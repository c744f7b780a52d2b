import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type Bearer, findBearer, findParticipant, lockPeople, updateParticipant } from '../../store/people.ts';
import { revokeTokens, savePassword } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { hashPassword } from '../password/hash-password.ts';
import { newPassword, passwordProblem } from '../password/password-rule.ts';
import { openSession } from '../session/open-session.ts';
import { exampleSession, sessionResource } from '../session/session-resource.ts';
import { readToken } from '../token/token-text.ts';

export default command({
  name: 'setup.complete',
  summary: 'Use a set-up link: choose your name, e-mail address and password, and be signed in.',
  http: 'POST /v1/setup',
  status: 201,
  open: true,
  locks: true,
  input: z.object({
    token: z.string().max(200).describe('What stands behind the # of the link.'),
    name: z.string().trim().min(1).max(limits.nameLength),
    email: z.email().max(254),
    password: newPassword,
  }),
  output: sessionResource,
  secrets: ['token', 'password'],
  needs: { action: 'setup.complete' },
  refuses: ['wrong_credentials', 'not_active', 'already_exists', 'invalid_input'],
  example: {
    input: { token: exampleSession.token, name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' },
    output: exampleSession,
  },

  async load({ connection, now }, { token, email }) {
    await lockPeople(connection);
    const invited = await findInvited(connection, token, now);
    if (isRefusal(invited)) return invited;
    const holder = await findParticipant(connection, email);
    return holder && holder.id !== invited.id ? refuse('already_exists', { field: 'email' }) : { invited };
  },

  async decide(context, { invited }, { name, email, password }) {
    const { changes, connection, now } = context;
    const problem = passwordProblem(password, email);
    if (problem) return refuse('invalid_input', { errors: [{ field: 'password', problem }] });
    const after = { ...invited, name, email, version: invited.version + 1 };
    changes.actAs(after);
    changes.fact(
      { type: 'setup.completed', data: { name } },
      { subject: after.id },
      updateParticipant(connection, invited, after),
      savePassword(connection, after.id, await hashPassword(password)),
    );
    // A link also serves to choose a new password: whoever knew the old one is signed out.
    changes.also(revokeTokens(connection, { participant: after.id, purpose: 'setup' }, now), 'any');
    changes.also(revokeTokens(connection, { participant: after.id, purpose: 'session' }, now), 'any');
    changes.forgetParticipants();
    return openSession(context, after);
  },
});

async function findInvited(connection: Connection, text: string, now: number): Promise<Bearer | Refusal> {
  const token = readToken(text);
  const bearer = token?.workspace === connection.workspace ? await findBearer(connection, token.hash, now) : null;
  if (bearer?.purpose !== 'setup') return refuse('wrong_credentials', { field: 'token' });
  const { id, status } = bearer;
  return status === 'active' ? bearer : refuse('not_active', { participant: id, status });
}
