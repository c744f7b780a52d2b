import { type ChildProcess, spawn } from 'node:child_process';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { type CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';

/** How a receiver takes what it is sent, in turn; the last way stays. */
export type Manner = 'ok' | 'error' | 'busy' | 'down' | 'slow' | 'redirect' | 'lie' | 'endless' | 'gone';

export type ReceivedHook = {
  path: string;
  id: string;
  signatures: number;
  /** Whether `standardwebhooks` takes it for genuine with each of the secrets that the receiver was told. */
  genuine: boolean[];
  /** As `cloudevents` reads it. */
  event: {
    id: string;
    type: string;
    specversion: string;
    source: string;
    subject?: string;
    data: Record<string, unknown>;
  };
};

/** A receiver of webhooks as a process of its own. */
export type Receiver = {
  url: string;
  /** What a path answers, and which secrets it verifies with. */
  set: (path: string, how: { manners?: Manner[]; secrets?: string[] }) => Promise<void>;
  received: (path: string) => Promise<ReceivedHook[]>;
  end: () => void;
};

export async function startReceiver(): Promise<Receiver> {
  const child = spawn(process.execPath, [import.meta.filename, 'receive'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await announced(child);
  const call = async (path: string, body: object) =>
    (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<unknown>;
  return {
    url,
    set: async (path, how) => void (await call('/_set', { path, ...how })),
    received: async (path) => (await call('/_received', { path })) as ReceivedHook[],
    end: () => void child.kill('SIGKILL'),
  };
}

async function announced({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the receiver has no standard output');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('the receiver ended');
}

type Path = { manners: Manner[]; secrets: string[]; received: ReceivedHook[] };

function receive(): void {
  const paths = new Map<string, Path>();
  const at = (path: string) => {
    const known = paths.get(path) ?? { manners: ['ok'], secrets: [], received: [] };
    paths.set(path, known);
    return known;
  };
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const path = request.url ?? '/';
      if (path === '/_set' || path === '/_received') {
        const { path: named, ...how } = JSON.parse(body) as { path: string } & Partial<Path>;
        Object.assign(at(named), how);
        return response.end(JSON.stringify(path === '/_set' ? null : at(named).received));
      }
      const own = at(path);
      own.received.push(understand(path, request, body, own.secrets));
      const [manner = 'ok'] = own.manners;
      if (own.manners.length > 1) own.manners.shift();
      return answer(manner, response);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function understand(
  path: string,
  { headers }: IncomingMessage,
  body: string,
  secrets: readonly string[],
): ReceivedHook {
  const said = headers as Record<string, string>;
  const genuine = secrets.map((secret) => {
    try {
      new Webhook(secret).verify(body, said);
      return true;
    } catch {
      return false;
    }
  });
  const event = HTTP.toEvent({ headers, body }) as CloudEvent<Record<string, unknown>>;
  const signatures = (said['webhook-signature'] ?? '').split(' ').length;
  return { path, id: said['webhook-id'] ?? '', signatures, genuine, event: event.toJSON() as ReceivedHook['event'] };
}

function answer(manner: Manner, response: ServerResponse): void {
  if (manner === 'slow') return;
  if (manner === 'down') return void response.destroy();
  if (manner === 'lie') {
    response.writeHead(200, { 'content-length': '100' }).write('it is');
    return void setTimeout(() => response.destroy(), 20);
  }
  if (manner === 'endless') {
    const write = (): void => void (response.destroyed || (response.write('x'.repeat(10_000)), setImmediate(write)));
    return write();
  }
  const status = { ok: 204, error: 500, busy: 503, redirect: 302, gone: 410 }[manner];
  response.writeHead(status, {
    ...(manner === 'redirect' && { location: '/elsewhere' }),
    ...(manner === 'busy' && { 'retry-after': '60' }),
  });
  response.end();
}

if (process.argv[2] === 'receive') receive();
