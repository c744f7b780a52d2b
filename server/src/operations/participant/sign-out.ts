import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { listTokens, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { who } from './fields.ts';
import { refuseCoact, requireSubject, subjectFacts } from './subject.ts';

export default command({
  name: 'participant.sign_out',
  summary: 'End all sessions and tokens of somebody at once; whoever is active signs in again and makes new ones.',
  http: 'POST /v1/participants/{id}/sign-out',
  input: z.object({ id: who }),
  output: z.object({ ended: z.int().describe('How many sessions and tokens ended.') }),
  needs: { action: 'participant.sign_out', facts: subjectFacts },
  refuses: ['not_found'],
  example: { input: { id: ids.bot }, output: { ended: 2 } },

  async load({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    const coact = refuseCoact(subject, 'participant.sign_out');
    return (
      coact ?? { subject, tokens: await listTokens(connection, { participant: subject.id, limit: limits.importItems }) }
    );
  },

  decide({ connection, changes, now }, { subject, tokens }) {
    for (const { id, purpose } of tokens)
      changes.fact(
        purpose === 'session'
          ? { type: 'session.revoked', data: { session: id } }
          : { type: 'token.revoked', data: { token: id, purpose } },
        { subject: subject.id },
        revokeTokens(connection, { participant: subject.id, id }, now),
      );
    if (tokens.length > 0) changes.forgetParticipants();
    return { ended: tokens.length };
  },
});
