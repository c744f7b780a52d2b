import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { listTokens, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ownFacts } from '../passkey/own-facts.ts';

export default command({
  name: 'session.revoke_others',
  summary: 'Sign out everywhere else: all of your sessions end but the one that you call with.',
  http: 'POST /v1/sessions/revoke-others',
  input: z.object({}),
  output: z.object({ ended: z.int().describe('How many sessions ended.') }),
  needs: { action: 'session.revoke_others', facts: ownFacts },
  refuses: [],
  example: { input: {}, output: { ended: 2 } },

  async load({ connection, actor }) {
    const own = { participant: actor.id, purpose: 'session' as const, except: actor.token };
    return { others: await listTokens(connection, { ...own, limit: limits.importItems }) };
  },

  decide({ actor, connection, changes, now }, { others }) {
    for (const { id } of others)
      changes.fact(
        { type: 'session.revoked', data: { session: id } },
        { subject: actor.id },
        revokeTokens(connection, { participant: actor.id, id }, now),
      );
    if (others.length > 0) changes.forgetParticipants();
    return { ended: others.length };
  },
});
