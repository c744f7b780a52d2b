import { type IncomingHttpHeaders, request } from 'node:http';
import { after } from 'node:test';
import { pino } from 'pino';
import { createFeed } from '../src/jobs/feed.ts';
import { createAuthenticator } from '../src/operations/authenticate.ts';
import type { Operation } from '../src/operations/define.ts';
import { operations as registry } from '../src/operations/registry.ts';
import tokenCreate from '../src/operations/token/create.ts';
import { createPipeline } from '../src/operations/execute.ts';
import { createFilterResolver } from '../src/surfaces/feed-filter.ts';
import { type AppOptions, createApp } from '../src/surfaces/http.ts';
import { createMetrics } from '../src/surfaces/metrics.ts';
import { serve } from '../src/surfaces/serve.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; json?: unknown };
export type Received = { status: number; headers: IncomingHttpHeaders; body: string; json: Record<string, unknown> };

export type TestApp = TestDatabase & {
  url: string;
  port: number;
  /** A token of the first admin. */
  token: string;
  /** What was logged, a JSON text each. */
  logged: string[];
  /** Sends a request as the admin, over a socket of its own; `authorization: ''` sends it as nobody. */
  send: (path: string, sent?: Sent) => Promise<Received>;
  close: () => Promise<void>;
};

export type TestAppOptions = Partial<
  Pick<AppOptions, 'ready' | 'webFolder' | 'events' | 'streamTimes' | 'mcpFixture'>
> & {
  extra?: readonly Operation[];
  publicUrl?: string;
  /** Whoever shows no token is taken for the admin: for kits that cannot show one. */
  trustsAll?: boolean;
  /** Another app, whose database this one works on as well. */
  beside?: TestDatabase;
};

/** The whole HTTP surface on a socket, over a database of its own, with every operation of the registry. */
export async function testApp({
  extra = [],
  publicUrl,
  ready = () => true,
  webFolder = null,
  events,
  streamTimes,
  mcpFixture,
  trustsAll = false,
  beside,
}: TestAppOptions = {}): Promise<TestApp> {
  const base = beside ?? (await testDatabase());
  const { database, clock, ids, workspace, operator } = base;
  const now = () => clock.now;
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const authenticator = createAuthenticator({ database, now });
  const follower = createFeed({ database, resolve: createFilterResolver(database), log: () => undefined });
  await follower.start();
  const server = { publicUrl: publicUrl ?? 'http://127.0.0.1:1', version: '0.0.0-test' };
  const execute = createPipeline({
    database,
    now,
    ids,
    server,
    committed: () => follower.hint(workspace),
    checkAnswers: true,
  });
  let assumed: string | null = null;
  const authenticate = async (shown: string | null) => {
    const token = shown ?? assumed;
    return (token && (await authenticator.authenticate(token))) || { workspace, bearer: null };
  };
  const operations = [...registry, ...extra];
  const app = createApp({
    operations,
    execute,
    database,
    authenticate,
    ...(streamTimes && { streamTimes }),
    ...(mcpFixture && { mcpFixture }),
    events: events ?? follower.feed,
    ready,
    metrics: createMetrics(),
    server,
    webFolder,
    log,
  });
  const served = await serve({ app, host: '127.0.0.1', port: 0, publicUrl: server.publicUrl });
  const url = `http://127.0.0.1:${served.port}`;
  server.publicUrl = publicUrl ?? url;
  after(async () => {
    await served.close();
    await follower.stop();
    await authenticator.close();
  });
  const { token } = await operator<{ token: string }>(tokenCreate, { id: 'me', name: 'test' });
  if (trustsAll) assumed = token;
  return {
    ...base,
    url,
    port: served.port,
    token,
    logged,
    send: (path, sent) => send(url + path, token, sent),
    close: served.close,
  };
}

/** Sends what it is told, headers that browsers keep to themselves included. */
export function send(
  url: string,
  token: string,
  { method = 'GET', headers = {}, body, json }: Sent = {},
): Promise<Received> {
  const bytes = json === undefined ? body : JSON.stringify(json);
  const all = {
    authorization: `Bearer ${token}`,
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return new Promise((resolve, reject) => {
    const sending = request(url, { method, headers: given, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text,
          json: isJson ? (JSON.parse(text) as Received['json']) : {},
        });
      });
    });
    sending.on('error', reject);
    sending.end(bytes);
  });
}
