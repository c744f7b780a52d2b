import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { type Token, findLink, revokeTokens } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleInvitation } from './invitation-resource.ts';

export default command({
  name: 'invitation.revoke',
  summary: 'Take back an invitation: its link leads nowhere any more. The person stays among the participants.',
  http: 'DELETE /v1/invitations/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'invitation.revoke', facts: ({ link }: { link: Token }) => ({ subject: link.participant }) },
  refuses: ['not_found'],
  example: { input: { id: exampleInvitation.id }, output: null },

  async load({ connection }, { id: named }) {
    const link = await findLink(connection, named);
    return link ? { link } : refuse('not_found', { field: 'id', invitation: named });
  },

  decide({ connection, changes, now }, { link: { id: own, participant } }) {
    changes.fact(
      { type: 'invitation.revoked', data: { token: own } },
      { subject: participant },
      revokeTokens(connection, { participant, id: own }, now),
    );
    return null;
  },
});
