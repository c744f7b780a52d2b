import { z } from 'zod';
import { authorise } from '../../domain/authority.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { type Token, listTokens } from '../../store/tokens.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { who } from '../participant/fields.ts';
import { requireSubject, subjectFacts } from '../participant/subject.ts';
import { cut, id, instant, iso, isoOrNull, page, pageOf } from '../resources/basics.ts';

const openSessionResource = z
  .object({
    id,
    browser: z.string().describe('As it named itself when the session began.'),
    createdAt: instant,
    lastUsedAt: instant.nullable().describe('Within an hour; null: not since it began.'),
    endsAt: instant.describe('When it ends at the latest, or sooner when nobody uses it any more.'),
    current: z.boolean().describe('Whether it is the one that you call with.'),
  })
  .meta({ id: 'OpenSession', description: 'A browser in which somebody is signed in.' });

export default query({
  name: 'session.list',
  summary: 'List where you, or somebody else, are signed in.',
  http: 'GET /v1/sessions',
  input: z.object({ participant: who.default('me'), ...page }),
  output: pageOf(openSessionResource),
  needs: { action: 'workspace.read' },
  refuses: ['not_found', 'forbidden', 'invalid_input'],
  example: {
    input: {},
    output: {
      items: [
        {
          id: '0197a000-0000-7000-8000-000000000042',
          browser: 'Firefox on Linux',
          createdAt: ids.at,
          lastUsedAt: null,
          endsAt: '2026-01-12T09:00:00.000Z',
          current: true,
        },
      ],
      next: null,
    },
  },

  async handle({ connection, actor, now }, { participant, limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const subject = await requireSubject(connection, participant, actor);
    if (isRefusal(subject)) return { ...subject, field: 'participant' };
    const authority = authorise(actor, 'session.revoke', subjectFacts({ subject }));
    if (isRefusal(authority)) return authority;
    const rows = await listTokens(connection, {
      participant: subject.id,
      purpose: 'session',
      liveAt: now,
      after,
      limit: limit + 1,
    });
    const { items, next } = cut(rows, limit, (token) => token.id);
    return { items: items.map((token) => show(token, actor.token)), next };
  },
});

/** Unused, it ends sooner than it could. */
function show({ id: own, name, createdAt, lastUsedAt, expiresAt }: Token, current: string) {
  const idle = (lastUsedAt ?? createdAt) + limits.sessionIdle * 1000;
  return {
    id: own,
    browser: name,
    createdAt: iso(createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    endsAt: iso(Math.min(idle, expiresAt ?? idle)),
    current: own === current,
  };
}
