import type { z } from 'zod';
import type { Participant } from '../../store/people.ts';
import { insertToken } from '../../store/tokens.ts';
import type { CommandContext } from '../context.ts';
import { iso } from '../resources/basics.ts';
import { showParticipant } from '../resources/people.ts';
import { mintToken } from '../token/token-text.ts';
import type { sessionResource } from './session-resource.ts';

const SESSION_MS = 30 * 86_400_000;

/** Signs in somebody who has just proved who they are; from here on the act is theirs. */
export function openSession(
  { ids, now, changes, connection }: CommandContext,
  participant: Participant,
): z.input<typeof sessionResource> {
  const { text, hash } = mintToken(connection.workspace);
  const id = ids.next();
  const expiresAt = now + SESSION_MS;
  changes.actAs(participant);
  changes.fact(
    { type: 'session.created', data: { session: id, expiresAt: iso(expiresAt) } },
    { subject: participant.id },
    insertToken(connection, {
      id,
      participant: participant.id,
      purpose: 'session',
      name: 'Session',
      hash,
      createdAt: now,
      expiresAt,
    }),
  );
  return { token: text, expiresAt: iso(expiresAt), participant: showParticipant(participant) };
}
