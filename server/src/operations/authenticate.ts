import type { Database } from '../store/database.ts';
import { type Listener, listen } from '../store/listen.ts';
import { type Bearer, findBearer, findSpentToken } from '../store/people.ts';
import type { Attempts } from './attempt/create-attempts.ts';
import { readToken } from './token/token-text.ts';

export type Principal = { workspace: string; bearer: Bearer };

export type Authenticator = {
  /** Whom a token stands for, or null where it is malformed, unknown, expired, revoked or only a link. */
  authenticate: (tokenText: string) => Promise<Principal | null>;
  /** Forgets whoever was read, of one workspace or of all: called after each commit that changed people or tokens. */
  forget: (workspace?: string) => void;
  /** Whether every change is heard at this moment: only then may anything be remembered. */
  listening: () => boolean;
  /** Begins to hear what other servers change; nothing is remembered before, nor while the connection is down. */
  listen: () => Promise<void>;
  close: () => Promise<void>;
};

/** Where the pipeline tells every server whose participants or tokens changed: the payload is the workspace's id. */
const CHANNEL = 'coact_participants';
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 10_000;

type Kept = Principal & { at: number };

export type AuthenticatorOptions = {
  database: Database;
  now: () => number;
  /** Told whenever somebody is recognised by a token. */
  used?: (principal: Principal) => void;
  /** Told with every change of people, tokens or rules that is heard, of one workspace or of all. */
  forgotten?: (workspace?: string) => void;
  /** Told when somebody known comes with a token that was revoked or has expired. */
  spent?: Attempts['tellSpent'];
};

/**
 * Finds out who calls. Principals are remembered for a short time, and only while every change of them is heard, so a
 * revoked token is refused at once here and within milliseconds on every other server.
 */
export function createAuthenticator({
  database,
  now,
  used = () => undefined,
  forgotten = () => undefined,
  spent,
}: AuthenticatorOptions): Authenticator {
  // Empty whenever the listener is not listening: it forgets all at each interruption, and nothing is added until it is back.
  const remembered = new Map<string, Kept>();
  let listener: Listener | null = null;
  // Grows with every change that is heard: what was read before one arrived is not remembered after it.
  let changes = 0;

  function forget(workspace?: string): void {
    changes += 1;
    forgotten(workspace);
    for (const [key, kept] of remembered) if (!workspace || kept.workspace === workspace) remembered.delete(key);
  }

  function recall(key: string): Principal | null {
    const kept = remembered.get(key);
    const age = now() - (kept?.at ?? 0);
    return kept && age >= 0 && age < REMEMBERED_MS ? kept : null;
  }

  async function read(
    { workspace, hash }: { workspace: string; hash: Buffer },
    key: string,
  ): Promise<Principal | null> {
    const before = changes;
    const bearer = await database.within(workspace, (connection) => findBearer(connection, hash, now()));
    if (!bearer) await tellSpent({ database, spent }, { workspace, hash });
    if (!bearer || isLink(bearer)) return null;
    if (listener?.listening() && before === changes) remember(remembered, key, { workspace, bearer, at: now() });
    return { workspace, bearer };
  }

  return {
    async authenticate(tokenText) {
      const token = readToken(tokenText);
      if (!token) return null;
      const key = token.hash.toString('base64');
      const found = recall(key) ?? (await read(token, key));
      if (!found || hasExpired(found.bearer, now())) return null;
      used(found);
      return { workspace: found.workspace, bearer: found.bearer };
    },
    forget,
    listening: () => listener?.listening() ?? false,
    async listen() {
      listener ??= await listen({
        database,
        channel: CHANNEL,
        heard: (workspace) => forget(workspace),
        interrupted: () => forget(),
      });
    },
    async close() {
      await listener?.close();
      listener = null;
    },
  };
}

function remember(remembered: Map<string, Kept>, key: string, kept: Kept): void {
  const oldest = remembered.size >= MOST_REMEMBERED ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, kept);
}

type SpentOptions = { database: Database; spent: AuthenticatorOptions['spent'] | undefined };

/** Tells that somebody tried a token of a known participant that was revoked or has expired. */
async function tellSpent(
  { database, spent }: SpentOptions,
  { workspace, hash }: { workspace: string; hash: Buffer },
): Promise<void> {
  const known = spent && (await database.within(workspace, (connection) => findSpentToken(connection, hash)));
  if (known) spent(workspace, known, { id: known.token, because: known.isRevoked ? 'revoked' : 'expired' });
}

const isLink = ({ purpose }: Bearer) => purpose === 'setup' || purpose === 'reset';

const hasExpired = ({ expiresAt }: Bearer, now: number) => expiresAt !== null && expiresAt <= now;
