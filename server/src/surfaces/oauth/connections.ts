import { isRefusal } from '../../domain/refusals.ts';
import type { Execute } from '../../operations/execute.ts';
import tokenRevoke from '../../operations/token/revoke.ts';
import { readToken } from '../../operations/token/token-text.ts';
import type { Connection } from '../../store/database.ts';
import { findOauth, hashOfToken, keepOauth, renewToken, saveOauth } from '../../store/oauth.ts';
import { findBearer } from '../../store/people.ts';

export type ConnectionsOptions = {
  workspace: string;
  within: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  execute: Execute;
  now: () => number;
};

export type Connections = ReturnType<typeof createConnections>;
type Made = { grant: string; client: string; token: string; expiresAt: number };

const KIND = 'Connection';

/** Which token of ours a consent has led to. The client never sees its first text: it gets another one for its code. */
export function createConnections({ workspace, within, execute, now }: ConnectionsOptions) {
  const tokenOf = async (connection: Connection, grant: string) => {
    const kept = await findOauth(connection, { kind: KIND, name: grant }, now());
    return typeof kept?.['token'] === 'string' ? kept['token'] : null;
  };
  return {
    async made({ grant, client, token, expiresAt }: Made): Promise<void> {
      await within(async (connection) => {
        await saveOauth(connection, { kind: KIND, name: grant, payload: { token }, expiresAt });
        await keepOauth(connection, { kind: 'Client', name: client }, expiresAt);
      });
    },

    /** From now on the token is found by this text. It throws where somebody has revoked it since. */
    async hand(grant: string, text: string): Promise<void> {
      const handed = await within(async (connection) => {
        const id = await tokenOf(connection, grant);
        const token = readToken(text);
        return id !== null && token !== null && (await renewToken(connection, { id, hash: token.hash }, now()));
      });
      if (!handed) throw new Error('The consent was taken back before its code was used.');
    },

    /** A client may always hand in its token, and a code that is used twice ends what it led to: both as the agent itself. */
    async end(grant: string): Promise<void> {
      const found = await within(async (connection) => {
        const id = await tokenOf(connection, grant);
        const hash = id && (await hashOfToken(connection, id));
        const bearer = hash ? await findBearer(connection, hash, now()) : null;
        return id && bearer ? { id, bearer } : null;
      });
      if (!found) return;
      const { id, bearer } = found;
      const outcome = await execute({
        operation: tokenRevoke,
        workspace,
        bearer: { ...bearer, scopes: null, limitedTo: null },
        input: { id: 'me', token: id },
      });
      if (isRefusal(outcome) && outcome.refused !== 'not_found')
        throw new Error(`The token of a connection could not be revoked: ${outcome.refused}`);
    },
  };
}
