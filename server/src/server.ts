import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import type { Config } from './config.ts';
import { createFeed } from './jobs/feed.ts';
import { runPushes } from './jobs/a2a/run-pushes.ts';
import { runRemotes } from './jobs/a2a/run-remotes.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { runWebhooks } from './jobs/webhooks/run-webhooks.ts';
import { type Attempts, createAttempts } from './operations/attempt/create-attempts.ts';
import { createAuthenticator } from './operations/authenticate.ts';
import { bootstrap } from './operations/bootstrap.ts';
import { createPipeline } from './operations/execute.ts';
import { createTokenUse } from './operations/token/token-use.ts';
import { createPolicyMemory } from './operations/policy-memory.ts';
import { operations } from './operations/registry.ts';
import { type Database, type DatabaseConfig, openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { createFilterResolver } from './surfaces/feed-filter.ts';
import { createApp } from './surfaces/http.ts';
import { createMetrics } from './surfaces/metrics.ts';
import { serve } from './surfaces/serve.ts';
import { sql } from './store/sql.ts';
import { keepEmbedded } from './keep-embedded.ts';
import { createLog } from './log.ts';
import { keepKeyFile } from './secret-keys.ts';
import { countUnreadable, inAll, sealAnew } from './store/sealed.ts';
import { createVault } from './store/vault.ts';

export type Running = { url: string; setupUrl: string | null; operatorToken: string; stop(): Promise<void> };

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const webFolder = new URL('../../web/dist/', import.meta.url).pathname;

type Base = { config: Config; log: Logger; database: Database; where: DatabaseConfig };

/** Puts the server together and starts it; `failed` is told when it cannot go on. */
export async function startServer(config: Config, failed: (error: unknown) => void): Promise<Running> {
  const log = createLog(config.logLevel);
  const { dataDir, databaseUrl } = config;
  const embedded =
    databaseUrl === null ? await keepEmbedded({ dataDir, log: (message) => log.info(message), givenUp: failed }) : null;
  const keys = await (config.secretKeys ??
    keepKeyFile(dataDir).catch(async (error: unknown) => {
      await embedded?.stop();
      throw error;
    }));
  const vault = createVault(keys);
  const where: DatabaseConfig = { ...(embedded?.connection ?? { connectionString: databaseUrl ?? '' }), vault };
  const database = openDatabase(where);
  const closeDatabase = async () => {
    await database.close();
    await embedded?.stop();
  };
  try {
    const doors = await openDoors({ config, log, database, where });
    return {
      ...doors,
      async stop() {
        await doors.stop();
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

/** Brings the database up to date, then starts everything that works on it: the feed, the HTTP surface, the jobs. */
async function openDoors({ config, log, database, where }: Base): Promise<Running> {
  const now = Date.now;
  const ids = { next: uuidv7 };
  const warn = (message: string, error: unknown) => log.warn({ err: error }, message);
  const { applied } = await migrate(where);
  if (applied.length > 0) log.info({ applied }, 'The database was brought up to date.');
  const made = await bootstrap(database, { now, ids, ...(config.admin && { admin: config.admin }) });

  const renewed = await inAll(database, sealAnew);
  if (renewed > 0) log.info({ secrets: renewed }, 'Secrets were sealed anew with the newest key.');
  const unreadable = await inAll(database, countUnreadable);
  if (unreadable > 0) log.error({ secrets: unreadable }, `Some secrets cannot be opened: ${UNREADABLE}`);

  const { privateHosts } = config;
  const server = { publicUrl: config.publicUrl ?? listenUrl(config.host, config.port), version, privateHosts };
  const policies = createPolicyMemory({ listening: () => authenticator.listening(), now });
  const uses = createTokenUse({ database, now, log: warn });
  const spent: Attempts['tellSpent'] = (...who) => attempts.tellSpent(...who);
  const authenticator = createAuthenticator({ database, now, used: uses.note, forgotten: policies.forget, spent });
  const follower = createFeed({ database, resolve: createFilterResolver(database), log: warn });
  const committed = (workspace: string, { participantsChanged }: { participantsChanged: boolean }) => {
    if (participantsChanged) authenticator.forget(workspace);
    follower.hint(workspace);
  };
  const attempts = createAttempts({ database, now, ids, committed, log: warn });
  const execute = createPipeline({ database, now, ids, server, committed, policies, attempts });
  await Promise.all([authenticator.listen(), follower.start()]);

  // Whoever is not signed in may knock at this workspace, at the operations that are open to all.
  const authenticate = async (token: string | null) =>
    (token !== null && (await authenticator.authenticate(token))) || { workspace: made.workspace, bearer: null };
  const doors = { operations: operations.filter(({ internal }) => !internal), execute, database, authenticate };
  const about = {
    events: follower.feed,
    ready: () => answers(database),
    unreadable: () => inAll(database, countUnreadable),
    metrics: createMetrics(),
    server,
  };
  const app = createApp({ ...doors, ...about, webFolder, log });
  const served = await serve({ app, host: config.host, port: config.port, publicUrl: server.publicUrl });
  // A port of 0 is known only now; answers carry the address from the configuration where one is set.
  server.publicUrl = config.publicUrl ?? listenUrl(config.host, served.port);
  const jobs = runJobs({ database, execute, now, log: warn });
  const remotes = runRemotes({ database, execute, server, now, log: warn });
  const pushes = runPushes({ database, execute, server, now, log: warn });
  const webhooks = runWebhooks({ database, execute, server, now, ids, log: warn });

  await writeOperatorFile(config.dataDir, { url: listenUrl(config.host, served.port), token: made.operatorToken });
  return {
    url: server.publicUrl,
    setupUrl: made.setupToken && `${server.publicUrl}/setup#${made.setupToken}`,
    operatorToken: made.operatorToken,
    async stop() {
      await served.close();
      await jobs.stop();
      await remotes.stop();
      await pushes.stop();
      await webhooks.stop();
      await attempts.stop();
      await uses.stop();
      await follower.stop();
      await authenticator.close();
    },
  };
}

const UNREADABLE =
  'they were sealed with a key that this server has not. Give all servers the same COACT_SECRET_KEY, or enter the secrets anew.';

const answers = (database: Database) =>
  database.global(sql`select 1`).then(
    () => true,
    () => false,
  );

function listenUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** The operator's way in, for the command line and scripts on this machine: readable by this account alone, whole at any moment. */
async function writeOperatorFile(dataDir: string, operator: { url: string; token: string }): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'operator.json');
  await writeFile(`${file}.new`, `${JSON.stringify(operator)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
