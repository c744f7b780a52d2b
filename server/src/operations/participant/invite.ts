import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { instant, iso } from '../resources/basics.ts';
import { issueSetupLink, setupUrl } from '../setup/issue-setup-link.ts';
import { invitationDays, who } from './fields.ts';
import { requireSubject, subjectFacts } from './subject.ts';

export default command({
  name: 'participant.invite',
  summary:
    'Make a link with which a person sets their name, their e-mail address and how they sign in, once; earlier links end.',
  http: 'POST /v1/participants/{id}/invite',
  input: z.object({ id: who, days: invitationDays }),
  output: z.object({ url: z.string().describe('Shown once: give it to nobody else.'), expiresAt: instant }),
  secrets: ['url'],
  needs: { action: 'participant.invite', facts: subjectFacts },
  refuses: ['not_found', 'not_active', 'invalid_input'],
  example: {
    input: { id: ids.ana },
    output: {
      url: 'http://127.0.0.1:4180/setup#coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
      expiresAt: '2026-01-07T09:00:00.000Z',
    },
  },

  async load({ connection, actor }, { id }) {
    const subject = await requireSubject(connection, id, actor);
    return isRefusal(subject) ? subject : { subject };
  },

  decide(context, { subject: { id, kind, status } }, { days }) {
    if (kind !== 'human')
      return refuse('invalid_input', {
        errors: [{ field: 'id', problem: 'only people sign in; create a token instead' }],
      });
    if (status !== 'active') return refuse('not_active', { participant: id, status });
    const { token, expiresAt } = issueSetupLink({ ...context, days }, id);
    return { url: setupUrl(context.server.publicUrl, token), expiresAt: iso(expiresAt) };
  },
});
