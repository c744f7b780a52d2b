import { type Client, CoactError, connect } from '../index.ts';
import { inWords } from './ages.ts';
import type { CliContext } from './context.ts';
import type { Check, Finding } from './doctor.ts';
import { keptFile, readKept } from './kept-checkpoints.ts';
import { version } from './version.ts';

/** Checks of the server that is found, whether it answers at all being the first. */
export function serverChecks(context: CliContext): Check[] {
  const reach = async (): Promise<Client> => {
    const { url, token } = await context.place();
    // A doctor does not wait for what is ill.
    return connect({ url, token, retryFor: 0 });
  };
  const checks: [string, (client: Client) => Promise<Finding>][] = [
    ['Server', checkServer],
    ['Database', checkDatabase],
    ['Secrets', checkSecrets],
    ['Version', checkVersion],
    ['Token', checkToken],
    ['Clock', checkClock],
    ['Ledger', (client) => checkLedger(context, client)],
  ];
  return checks.map(([name, check]) => async () => {
    try {
      return await check(await reach());
    } catch (error) {
      return { name, status: 'fail', ...wordsFor(error) };
    }
  });
}

const get = (client: Client, path: string) => client.send({ method: 'GET', path }, { timeout: 10_000 });

async function checkServer(client: Client): Promise<Finding> {
  await get(client, '/healthz');
  return { name: 'Server', status: 'ok', says: `answers at ${client.url}` };
}

async function checkDatabase(client: Client): Promise<Finding> {
  await get(client, '/readyz');
  return { name: 'Database', status: 'ok', says: 'reachable, migrations done' };
}

async function checkSecrets(client: Client): Promise<Finding> {
  const { unreadableSecrets: count } = await readJson(await get(client, '/readyz'));
  if (typeof count !== 'number' || count === 0)
    return { name: 'Secrets', status: 'ok', says: 'the server can open all that it keeps' };
  return {
    name: 'Secrets',
    status: 'fail',
    says: `${count} that the server keeps were sealed with a key that it has not`,
    mend: 'Give all servers the same COACT_SECRET_KEY, or put secret.key back from a backup; else enter them anew.',
  };
}

async function checkVersion(client: Client): Promise<Finding> {
  const { version: theirs } = await readJson(await get(client, '/readyz'));
  if (theirs === version) return { name: 'Version', status: 'ok', says: `${version}, as the server's` };
  const says = `this client has ${version}, the server ${typeof theirs === 'string' ? theirs : 'none that it tells'}`;
  return {
    name: 'Version',
    status: 'warn',
    says,
    mend: 'Use the client of the same release: the two are made together.',
  };
}

async function checkToken(client: Client): Promise<Finding> {
  const me = await client.me.get();
  const says = `valid: ${me.name} (${me.kind}, ${me.role})`;
  if (me.status === 'active') return { name: 'Token', status: 'ok', says };
  return { name: 'Token', status: 'warn', says: `${says}, but ${me.status}`, mend: 'Ask an admin to resume you.' };
}

async function checkClock(client: Client): Promise<Finding> {
  await get(client, '/healthz');
  const ahead = client.clockAhead();
  const says =
    Math.abs(ahead) < 1500
      ? 'the same here as on the server'
      : `the server's is ${inWords(ahead)} ${ahead > 0 ? 'ahead' : 'behind'}`;
  if (Math.abs(ahead) < 30_000) return { name: 'Clock', status: 'ok', says };
  return {
    name: 'Clock',
    status: 'warn',
    says,
    mend: 'Set both clocks by NTP: leases, deadlines and tokens go by them.',
  };
}

/** A checkpoint older than this leaves much history that could be rewritten unseen. */
const stale = 30 * 86_400_000;

async function checkLedger({ env, now }: CliContext, client: Client): Promise<Finding> {
  const kept = (await readKept(keptFile(env))).find(({ ledger }) => ledger === client.url);
  const mend = '`coact ledger verify` checks it and remembers what it saw.';
  if (!kept) return { name: 'Ledger', status: 'warn', says: 'never verified from here', mend };
  const age = now() - Date.parse(kept.at);
  const says = `verified ${inWords(age)} ago, ${kept.size.toLocaleString('en')} entries`;
  return age > stale ? { name: 'Ledger', status: 'warn', says, mend } : { name: 'Ledger', status: 'ok', says };
}

function wordsFor(error: unknown): { says: string; mend: string } {
  if (error instanceof CoactError) {
    const mend =
      error.status === 401
        ? 'Set COACT_TOKEN to a valid token; an admin makes one with `coact token create`.'
        : error.hint;
    return {
      says: error.problem.title ?? error.message,
      mend: error.status === 0 ? 'Start the server with `npm start`, or correct COACT_URL.' : mend,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    says: message,
    mend: error instanceof Error && 'hint' in error ? String(error.hint) : 'Run it again with COACT_DEBUG=1.',
  };
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await response.text());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
