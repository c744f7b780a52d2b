import { hostname } from 'node:os';
import { type Client, connect, paged } from '../index.ts';

/** What the command's own token is good for: the work at hand, and writing down work that it finds. */
const scopes = ['work', 'item.create'];
/** A run without a time limit keeps its token this long. */
const longest = 7 * 24 * 3_600_000;

export type Agent = {
  id: string;
  name: string;
  /** For work in hand: patient for as long as its lease lasts. */
  client: Client;
  /** For looking for work: tries once, and again at the next look. */
  seeker: Client;
  /** A token for one run of at most so many milliseconds, which ends with the run. */
  grant(key: string, limit: number | null): Promise<{ token: string; end: () => Promise<void> }>;
  /** Ends the runner's own token. */
  close(): Promise<void>;
};

export type Caller = { client: Client; token: string };

const named = (what: string) => `${what} on ${hostname()}, process ${process.pid}`;

/** Acts for an agent: as itself where the token is its own, else by tokens that its sponsor or an admin makes and that end with us. */
export async function openAgent(
  { client, token }: Caller,
  { name, patience }: { name: string | undefined; patience: number },
): Promise<Agent> {
  const me = await client.me.get();
  const clients = (own: string) => {
    const how = { url: client.url, token: own, headers: { 'user-agent': 'coact-runner' } };
    return { client: connect({ ...how, retryFor: patience }), seeker: connect({ ...how, retryFor: 0 }) };
  };
  if (name === undefined || me.name === name || me.id === name) {
    const grant = async () => ({ token, end: async () => {} });
    return { id: me.id, name: me.name, ...clients(token), grant, close: async () => {} };
  }
  const { id, name: known } = await client.participant.get({ id: name });
  await revokeLeft(client, id);
  const own = await client.token.create({ id, name: named('runner'), scopes });
  return {
    id,
    name: known,
    ...clients(own.token),
    async grant(key, limit) {
      const expiresAt = new Date(Date.now() + client.clockAhead() + (limit ?? longest) + 3_600_000).toISOString();
      const made = await client.token.create({ id, name: named(`run of ${key}`), scopes, expiresAt });
      return { token: made.token, end: () => revoke(client, id, made.id) };
    },
    close: () => revoke(client, id, own.id),
  };
}

/** A token that cannot be ended now is ended by the next runner of this machine. */
const revoke = async (client: Client, id: string, token: string) => {
  await client.token.revoke({ id, token }, { signal: AbortSignal.timeout(5_000) }).catch(() => {});
};

/** Tokens of runners of this machine that were killed. */
async function revokeLeft(client: Client, id: string): Promise<void> {
  for await (const { id: token, name } of paged(client.token.list, { id })) {
    const [, host, pid] = /^run.* on (.+), process (\d+)$/.exec(name) ?? [];
    if (host === hostname() && pid !== undefined && !isAlive(Number(pid))) await revoke(client, id, token);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
