import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { insertToken } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ids as example } from '../examples.ts';
import { requireSubject } from '../participant/subject.ts';
import { id, instant, iso } from '../resources/basics.ts';
import { mintToken } from '../token/token-text.ts';

/** Milliseconds: long enough to claim what was pushed and do it, short enough to be of no use to whoever finds it later. */
const LENT_MS = 3_600_000;

export default command({
  name: 'webhook.lend_token',
  summary: 'Make a token for an hour with which an agent claims and does the work that is pushed to it.',
  http: 'POST /v1/webhooks/{id}/lend-token',
  internal: true,
  input: z.object({ id: id.describe('The participant.'), item: z.string(), team: id }),
  output: z.object({ token: z.string(), expiresAt: instant }),
  secrets: ['token'],
  needs: { action: 'job.run' },
  refuses: ['not_found', 'not_active'],
  example: {
    input: { id: example.bot, item: 'OPS-12', team: example.team },
    output: {
      token: 'coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
      expiresAt: '2026-01-05T10:00:00.000Z',
    },
  },

  async load({ connection, actor }, { id: named }) {
    const subject = await requireSubject(connection, named, actor);
    if (isRefusal(subject)) return subject;
    const { id: participant, status, kind } = subject;
    return status === 'active' && kind !== 'human' ? { participant } : refuse('not_active', { participant, status });
  },

  decide({ connection, changes, ids, now }, { participant }, { item, team }) {
    const { text, hash } = mintToken(connection.workspace);
    const expiresAt = now + LENT_MS;
    const token = {
      id: ids.next(),
      participant,
      purpose: 'token' as const,
      name: `pushed with ${item}`,
      createdAt: now,
      expiresAt,
    };
    const limited = { scopes: ['work'], teams: [team] };
    changes.fact(
      { type: 'token.created', data: { token: token.id, name: token.name, expiresAt: iso(expiresAt), ...limited } },
      { subject: participant },
      insertToken(connection, { ...token, hash, ...limited }),
    );
    return { token: text, expiresAt: iso(expiresAt) };
  },
});
