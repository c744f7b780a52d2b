import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { findParticipant } from '../../store/people.ts';
import { findPassword } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { loginLimiterOf } from '../login-limiter.ts';
import { verifyPassword } from '../password/hash-password.ts';
import { openSession } from './open-session.ts';
import { exampleSession, sessionResource } from './session-resource.ts';

export default command({
  name: 'session.create',
  summary: 'Sign in with an e-mail address and a password.',
  http: 'POST /v1/sessions',
  status: 201,
  open: true,
  input: z.object({ email: z.string().trim().min(1).max(254), password: z.string().max(1_000) }),
  output: sessionResource,
  secrets: ['password', 'token'],
  needs: { action: 'session.create' },
  refuses: ['wrong_credentials', 'too_many_attempts', 'not_active'],
  example: { input: { email: 'ana@example.com', password: 'correct horse battery' }, output: exampleSession },

  async load({ connection }, { email }) {
    const participant = email.includes('@') ? await findParticipant(connection, email) : null;
    return { participant, known: participant && (await findPassword(connection, participant.id)) };
  },

  async decide(context, { participant, known }, { email, password }) {
    const limiter = loginLimiterOf(context.server);
    const retryAfter = limiter.attempt(email, context.now);
    if (retryAfter !== null) return refuse('too_many_attempts', { retryAfter });
    const matches = await verifyPassword(known, password);
    if (!participant || !matches) return refuse('wrong_credentials');
    limiter.succeeded(email);
    const { id, status } = participant;
    return status === 'active' ? openSession(context, participant) : refuse('not_active', { participant: id, status });
  },
});
