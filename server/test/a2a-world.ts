import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Message, Role, type SendMessageRequest, type StreamResponse, TaskState } from '@a2a-js/sdk';
import {
  type Client,
  ClientFactory,
  ClientFactoryOptions,
  JsonRpcTransportFactory,
  RestTransportFactory,
} from '@a2a-js/sdk/client';
import { startServerProcess } from './server-process.ts';

export type Json = Record<string, unknown> & { id: string; key: string };
export type Notification = { headers: Record<string, string | string[] | undefined>; body: Record<string, unknown> };

export const bindings = ['JSONRPC', 'HTTP+JSON'] as const;
export type BindingName = (typeof bindings)[number];

/** A real server with an agent that sends work by the protocol's own client, another that does it, and a stranger. */
export async function a2aWorld() {
  const dir = await mkdtemp(join(tmpdir(), 'coact-a2a-'));
  const server = await startServerProcess(dir, { COACT_PRIVATE_HOSTS: '127.0.0.1' });
  after(async () => {
    await server.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  });
  const call = callerOf(() => server);
  const agent = async (name: string) => {
    const { id } = await call('/v1/participants', { kind: 'agent', name, teams: ['GEN'] });
    const { token } = await call(`/v1/participants/${id}/tokens`, { name: 'a2a' });
    return { id, token: String(token) };
  };
  const [sender, worker, stranger] = [await agent('sender'), await agent('worker'), await agent('stranger')];
  return {
    server,
    call,
    sender,
    worker,
    stranger,
    client: (name: BindingName, token: string) => connect(server.url, name, token),
  };
}

/** Calls over HTTP as the operator, or by another token. */
export const callerOf =
  (server: () => { url: string; token: string }) =>
  async (path: string, body: unknown = null, { token = server().token, method = '' } = {}): Promise<Json> => {
    const answer = await fetch(server().url + path, {
      method: method || (body === null ? 'GET' : 'POST'),
      headers: { authorization: `Bearer ${token}`, ...(body !== null && { 'content-type': 'application/json' }) },
      ...(body !== null && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : {}) as Json;
  };

/** The protocol's own client, as another vendor's agent would run it. */
export async function connect(url: string, binding: BindingName, token: string): Promise<Client> {
  const fetchImpl: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
  const transports = [new JsonRpcTransportFactory({ fetchImpl }), new RestTransportFactory({ fetchImpl })];
  const options = ClientFactoryOptions.createFrom(ClientFactoryOptions.default, {
    transports,
    preferredTransports: [binding],
  });
  return new ClientFactory(options).createFromUrl(url);
}

let sent = 0;
export const message = (text: string, more: Partial<Message> = {}): Message => ({
  messageId: `m-${(sent += 1)}-${process.pid}`,
  contextId: '',
  taskId: '',
  role: Role.ROLE_USER,
  parts: [{ content: { $case: 'text', value: text }, metadata: undefined, filename: '', mediaType: 'text/plain' }],
  metadata: { team: 'GEN' },
  extensions: [],
  referenceTaskIds: [],
  ...more,
});

export const request = (one: Message, more: object = {}): SendMessageRequest => ({
  tenant: '',
  message: one,
  metadata: undefined,
  configuration: { acceptedOutputModes: [], taskPushNotificationConfig: undefined, returnImmediately: true, ...more },
});

/** A stream as a list of what came, in words: `task SUBMITTED`, `status WORKING`, `artifact page`. */
export function inWords({ payload }: StreamResponse): string {
  if (payload?.$case === 'task') return `task ${stateName(payload.value.status?.state)}`;
  if (payload?.$case === 'statusUpdate') return `status ${stateName(payload.value.status?.state)}`;
  return payload?.$case === 'artifactUpdate' ? `artifact ${payload.value.artifact?.name ?? ''}` : 'message';
}

export const stateName = (state: TaskState | undefined) => (TaskState[state ?? 0] ?? '').replace('TASK_STATE_', '');

/** Somebody who is told of tasks, on a port of this machine. */
export async function receiver() {
  const told: Notification[] = [];
  let answer = 204;
  const http = createServer((incoming, outgoing) => {
    let text = '';
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    incoming.on('end', () => {
      told.push({ headers: incoming.headers, body: JSON.parse(text) as Notification['body'] });
      outgoing.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  after(() => http.close());
  const { port } = http.address() as AddressInfo;
  return { told, url: `http://127.0.0.1:${port}/told`, answers: (status: number) => void (answer = status) };
}

export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
