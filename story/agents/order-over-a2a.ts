/**
 * An agent that has others do the work: it sends a message by A2A, with the official client, and says how the task goes until it
 * ends: `order-over-a2a.ts TEAM MESSAGE`.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Message, Role, type Task, TaskState } from '@a2a-js/sdk';
import { ClientFactory, ClientFactoryOptions, JsonRpcTransportFactory } from '@a2a-js/sdk/client';
import { patience, say } from './work-under-lease.ts';

const [team = '', words = ''] = process.argv.slice(2);
const { COACT_URL: url = '', COACT_TOKEN: token = '' } = process.env;

const fetchImpl: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
};
const options = ClientFactoryOptions.createFrom(ClientFactoryOptions.default, {
  transports: [new JsonRpcTransportFactory({ fetchImpl })],
});
const client = await new ClientFactory(options).createFromUrl(url);

const message: Message = {
  messageId: randomUUID(),
  contextId: '',
  taskId: '',
  role: Role.ROLE_USER,
  parts: [{ content: { $case: 'text', value: words }, metadata: undefined, filename: '', mediaType: 'text/plain' }],
  metadata: { team },
  extensions: [],
  referenceTaskIds: [],
};
const configuration = { acceptedOutputModes: [], taskPushNotificationConfig: undefined, returnImmediately: true };
const answer = await client.sendMessage({ tenant: '', message, metadata: undefined, configuration });
if ('messageId' in answer) throw new Error('A message came back instead of a task.');
const task = await follow(answer);
say(`has ${task.artifacts.map(({ name }) => name).join(', ')}`);
process.exit(0);

/** Says each state that the task comes to, until it is the last. */
async function follow(begun: Task): Promise<Task> {
  let before = '';
  for (const until = Date.now() + patience; Date.now() < until; await pause(150)) {
    const now = await client.getTask({ tenant: '', id: begun.id });
    const state = stateOf(now);
    if (state !== before) say(`its task is ${state}${wordsOf(now)}`);
    if (['COMPLETED', 'REJECTED', 'CANCELED', 'FAILED'].includes(state)) return now;
    before = state;
  }
  throw new Error('The task came to no end.');
}

function stateOf({ status }: Task): string {
  return (TaskState[status?.state ?? 0] ?? '').replace('TASK_STATE_', '');
}

function wordsOf({ status }: Task): string {
  const content = status?.message?.parts[0]?.content;
  return content?.$case === 'text' ? `: ${content.value}` : '';
}
