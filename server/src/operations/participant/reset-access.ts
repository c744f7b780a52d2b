import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { insertToken, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { instant, iso } from '../resources/basics.ts';
import { mintToken } from '../token/token-text.ts';
import { who } from './fields.ts';
import { requireSubject, subjectFacts } from './subject.ts';

export default command({
  name: 'participant.reset_access',
  summary:
    'Make a link with which a person who cannot sign in chooses another password, once and within a day. Their sessions end when they use it.',
  http: 'POST /v1/participants/{id}/reset-access',
  input: z.object({ id: who }),
  output: z.object({ url: z.string().describe('Shown once: give it to nobody else.'), expiresAt: instant }),
  secrets: ['url'],
  needs: { action: 'participant.reset_access', facts: subjectFacts },
  refuses: ['not_found', 'not_active', 'invalid_input'],
  example: {
    input: { id: ids.ana },
    output: {
      url: 'http://127.0.0.1:4180/reset#coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
      expiresAt: '2026-01-06T09:00:00.000Z',
    },
  },

  async load({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    return isRefusal(subject) ? subject : { subject };
  },

  decide({ actor, changes, connection, ids: fresh, now, server }, { subject: { id: participant, kind, status } }) {
    if (kind !== 'human')
      return refuse('invalid_input', {
        errors: [{ field: 'id', problem: 'only people sign in; make another token instead' }],
      });
    if (status !== 'active') return refuse('not_active', { participant, status });
    const { text, hash } = mintToken(connection.workspace);
    const expiresAt = now + limits.resetLife * 1000;
    const token = { id: fresh.next(), participant, purpose: 'reset' as const, name: 'Link to sign in again' };
    changes.also(revokeTokens(connection, { participant, purpose: 'reset' }, now), 'any');
    changes.fact(
      { type: 'participant.reset_offered', data: { token: token.id, expiresAt: iso(expiresAt) } },
      { subject: participant },
      insertToken(connection, { ...token, hash, createdAt: now, expiresAt, createdBy: actor.id }),
    );
    // Behind the `#`, as with a set-up link: browsers send that to nobody.
    return { url: `${server.publicUrl.replace(/\/$/, '')}/reset#${text}`, expiresAt: iso(expiresAt) };
  },
});
