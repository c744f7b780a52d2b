import type { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import type { Participant } from '../../store/people.ts';
import { insertToken } from '../../store/tokens.ts';
import type { CommandContext } from '../context.ts';
import { iso } from '../resources/basics.ts';
import { showParticipant } from '../resources/people.ts';
import { mintToken } from '../token/token-text.ts';
import { browserIn } from './browser-in.ts';
import type { sessionResource } from './session-resource.ts';

/** Signs in somebody who has just proved who they are, with a passkey or otherwise; from here on the act is theirs. */
export function openSession(
  { ids, now, changes, connection, from }: CommandContext,
  participant: Participant,
  { passkey }: { passkey?: string } = {},
): z.input<typeof sessionResource> {
  const { text, hash } = mintToken(connection.workspace);
  const id = ids.next();
  const expiresAt = now + limits.sessionLife * 1000;
  changes.actAs(participant);
  changes.fact(
    { type: 'session.created', data: { session: id, expiresAt: iso(expiresAt), ...(passkey && { passkey }) } },
    { subject: participant.id },
    insertToken(connection, {
      id,
      participant: participant.id,
      purpose: 'session',
      name: browserIn(from?.userAgent ?? null),
      hash,
      createdAt: now,
      expiresAt,
    }),
  );
  return { token: text, expiresAt: iso(expiresAt), participant: showParticipant(participant) };
}
