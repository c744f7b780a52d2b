import { insertToken, revokeTokens } from '../../store/tokens.ts';
import type { Changes } from '../changes.ts';
import type { CommandContext } from '../context.ts';
import { iso } from '../resources/basics.ts';
import { mintToken } from '../token/token-text.ts';

const LINK_MS = 48 * 3_600_000;

type Issuing = Pick<CommandContext, 'ids' | 'now' | 'connection'> & { changes: Changes };

/** Issues a token that serves once, within two days, to give somebody a name, an address and a password; earlier ones end. */
export function issueSetupLink(
  { ids, now, changes, connection }: Issuing,
  participant: string,
): { token: string; expiresAt: number } {
  const { text, hash } = mintToken(connection.workspace);
  const id = ids.next();
  const expiresAt = now + LINK_MS;
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
    }),
  );
  return { token: text, expiresAt };
}

/** The token stands behind the `#`, which browsers send to nobody: not to a log, not to a proxy, not as a referrer. */
export const setupUrl = (publicUrl: string, token: string) => `${publicUrl.replace(/\/$/, '')}/setup#${token}`;
