import { z } from 'zod';
import { authorise } from '../../domain/authority.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { listTokens } from '../../store/tokens.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { who } from '../participant/fields.ts';
import { requireSubject, subjectFacts } from '../participant/subject.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { showToken, tokenResource } from './token-resource.ts';

export default query({
  name: 'token.list',
  summary: "List a participant's tokens and sessions that are not revoked.",
  http: 'GET /v1/participants/{id}/tokens',
  input: z.object({ id: who, ...page }),
  output: pageOf(tokenResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found', 'forbidden', 'invalid_input'],
  example: {
    input: { id: ids.bot },
    output: {
      items: [
        {
          id: '0197a000-0000-7000-8000-000000000041',
          name: 'build machine',
          purpose: 'token',
          createdAt: ids.at,
          expiresAt: null,
          lastUsedAt: null,
          scopes: ['work'],
          teams: [ids.team],
        },
      ],
      next: null,
    },
  },

  async handle({ connection, actor }, { id, limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const subject = await requireSubject(connection, id, actor);
    if (isRefusal(subject)) return subject;
    // Whoever may revoke them may see what there is to revoke.
    const authority = authorise(actor, 'token.revoke', subjectFacts({ subject }));
    if (isRefusal(authority)) return authority;
    const rows = await listTokens(connection, { participant: subject.id, after, limit: limit + 1 });
    const { items, next } = cut(rows, limit, (token) => token.id);
    return { items: items.map(showToken), next };
  },
});
