import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { type Token, findSession, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';

type Ended = Token & { revokedAt: number | null };

export default command({
  name: 'session.revoke',
  summary: 'Sign a browser out at once: one of yours, or as an admin anybody’s.',
  http: 'DELETE /v1/sessions/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'session.revoke', facts: ({ session }: { session: Ended }) => ({ subject: session.participant }) },
  refuses: ['not_found'],
  example: { input: { id: '0197a000-0000-7000-8000-000000000042' }, output: null },

  async load({ connection }, { id: named }) {
    const session = await findSession(connection, named);
    return session ? { session } : refuse('not_found', { field: 'id', session: named });
  },

  decide({ connection, changes, now }, { session }) {
    if (session.revokedAt !== null) return null;
    const { participant } = session;
    changes.fact(
      { type: 'session.revoked', data: { session: session.id } },
      { subject: participant },
      revokeTokens(connection, { participant, id: session.id }, now),
    );
    changes.forgetParticipants();
    return null;
  },
});
