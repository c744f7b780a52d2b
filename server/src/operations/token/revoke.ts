import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { findToken, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { who } from '../participant/fields.ts';
import { requireSubject, subjectFacts } from '../participant/subject.ts';

export default command({
  name: 'token.revoke',
  summary: 'End a token or a session at once.',
  http: 'DELETE /v1/participants/{id}/tokens/{token}',
  input: z.object({ id: who, token: z.string().max(100).describe("The token's id, not its text.") }),
  output: null,
  needs: { action: 'token.revoke', facts: subjectFacts },
  refuses: ['not_found'],
  example: { input: { id: ids.bot, token: '0197a000-0000-7000-8000-000000000041' }, output: null },

  async load({ connection, actor }, input) {
    const subject = await requireSubject(connection, input.id, actor);
    if (isRefusal(subject)) return subject;
    const token = isId(input.token) ? await findToken(connection, subject.id, input.token) : null;
    return token ? { subject, token } : refuse('not_found', { field: 'token', token: input.token });
  },

  decide({ connection, changes, now }, { subject, token }) {
    if (token.revokedAt !== null) return null;
    changes.fact(
      { type: 'token.revoked', data: { token: token.id, purpose: token.purpose } },
      { subject: subject.id },
      revokeTokens(connection, { participant: subject.id, id: token.id }, now),
    );
    changes.forgetParticipants();
    return null;
  },
});
