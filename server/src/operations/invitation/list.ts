import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { isId } from '../../store/items.ts';
import { openLinks } from '../../store/tokens.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { exampleInvitation, invitationResource, showInvitation } from './invitation-resource.ts';

export default query({
  name: 'invitation.list',
  summary: 'List who is invited and has not come in yet, by whom and until when.',
  http: 'GET /v1/invitations',
  input: z.object({ ...page }),
  output: pageOf(invitationResource),
  needs: { action: 'invitation.read' },
  refuses: ['invalid_input'],
  example: { input: {}, output: { items: [exampleInvitation], next: null } },

  async handle({ connection, now }, { limit, cursor: after }) {
    if (after !== undefined && !isId(after))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const rows = await openLinks(connection, { now, after, limit: limit + 1 });
    const { items, next } = cut(rows, limit, ({ id }) => id);
    return { items: items.map(showInvitation), next };
  },
});
