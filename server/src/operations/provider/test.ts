import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { id } from '../resources/basics.ts';
import { checkProvider } from '../sign-in/check-provider.ts';
import { exampleProvider } from './fields.ts';
import { requireProvider } from './references.ts';

/** A slow provider keeps a connection to the database waiting with it: of those there are few. */
const AT_ONCE = 2;
let underWay = 0;

export default query({
  name: 'provider.test',
  summary: 'Ask a provider what it says of itself, and say in words what would not work.',
  http: 'GET /v1/sign-in/providers/{id}/test',
  input: z.object({ id }),
  output: z.object({
    works: z.boolean().describe('Whether nothing was found that keeps people from signing in.'),
    checks: z.array(
      z.object({
        check: z.enum(['discovery', 'code_flow', 'pkce', 'signatures', 'client', 'groups']),
        fine: z.boolean(),
        says: z.string(),
      }),
    ),
  }),
  needs: { action: 'provider.read' },
  refuses: ['not_found', 'busy'],
  example: {
    input: { id: exampleProvider.id },
    output: {
      works: true,
      checks: [
        { check: 'discovery', fine: true, says: 'It can be reached and names itself as it is written down here.' },
      ],
    },
  },

  async handle({ connection, server }, { id: named }) {
    const provider = await requireProvider(connection, named);
    if (isRefusal(provider)) return provider;
    if (underWay >= AT_ONCE) return refuse('busy', { retryAfter: 10 });
    underWay += 1;
    try {
      const checks = await checkProvider(provider, server);
      return { works: checks.every(({ fine }) => fine), checks };
    } finally {
      underWay -= 1;
    }
  },
});
