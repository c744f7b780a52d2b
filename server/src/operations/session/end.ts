import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';

export default command({
  name: 'session.end',
  summary: 'Sign out: the session that you call with ends at once.',
  http: 'DELETE /v1/sessions/current',
  input: z.object({}),
  output: null,
  needs: { action: 'session.end' },
  refuses: ['wrong_state'],
  example: { input: {}, output: null },

  async load() {},

  decide({ actor, connection, changes, now }) {
    if (actor.purpose !== 'session') return refuse('wrong_state', { state: actor.purpose, expected: ['session'] });
    const session = { participant: actor.id, id: actor.token };
    changes.fact({ type: 'session.ended', data: { session: actor.token } }, { subject: actor.id });
    changes.also(revokeTokens(connection, session, now), 'any');
    changes.forgetParticipants();
    return null;
  },
});
