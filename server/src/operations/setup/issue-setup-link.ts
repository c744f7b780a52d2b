import { limits } from '../../domain/limits.ts';
import { insertToken, revokeTokens } from '../../store/tokens.ts';
import type { Changes } from '../changes.ts';
import type { CommandContext } from '../context.ts';
import { iso } from '../resources/basics.ts';
import { mintToken } from '../token/token-text.ts';

const DAY_MS = 86_400_000;

type Issuing = Pick<CommandContext, 'ids' | 'now' | 'connection'> & {
  changes: Changes;
  /** Whoever invites; nobody at a first start. */
  actor?: { id: string };
  /** How long it holds. */
  days?: number;
};

/** Issues a token that serves once to give somebody a name, an address and a way to sign in; earlier ones end. */
export function issueSetupLink(
  { ids, now, changes, connection, actor, days = limits.invitationDays }: Issuing,
  participant: string,
): { token: string; expiresAt: number } {
  const { text, hash } = mintToken(connection.workspace);
  const id = ids.next();
  const expiresAt = now + days * DAY_MS;
  changes.also(revokeTokens(connection, { participant, purpose: 'setup' }, now), 'any');
  changes.fact(
    { type: 'participant.invited', data: { token: id, expiresAt: iso(expiresAt) } },
    { subject: participant },
    insertToken(connection, {
      id,
      participant,
      purpose: 'setup',
      name: 'Set-up link',
      hash,
      createdAt: now,
      expiresAt,
      ...(actor && { createdBy: actor.id }),
    }),
  );
  return { token: text, expiresAt };
}

/** The token stands behind the `#`, which browsers send to nobody: not to a log, not to a proxy, not as a referrer. */
export const setupUrl = (publicUrl: string, token: string) => `${publicUrl.replace(/\/$/, '')}/setup#${token}`;
