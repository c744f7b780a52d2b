import { AGENT_CARD_PATH, Message, Role, type Task, TaskState } from '@a2a-js/sdk';
import {
  type Client,
  ClientFactory,
  ClientFactoryOptions,
  DefaultAgentCardResolver,
  JsonRpcTransportFactory,
  RestTransportFactory,
} from '@a2a-js/sdk/client';
import { TaskNotFoundError } from '@a2a-js/sdk/errors';
import type { Remote } from '../../../store/a2a-remotes.ts';
import type { ServerFacts } from '../../context.ts';
import { fetchOutside } from '../../outbound/fetch-outside.ts';
import { isLoopbackHost } from '../../outbound/private-address.ts';

/** What an agent elsewhere says of a task, in plain words. */
export type Said = {
  task: string | null;
  context: string | null;
  state: 'working' | 'asks' | 'done' | 'ended' | 'unknown';
  /** Its own name of the state. */
  named: string;
  text: string;
  results: { name: string; text: string }[];
};

/** It does not know the task any longer. */
export class TaskLost extends Error {
  override name = 'TaskLost';
}

const CALL_MS = 10_000;
const ANSWER_BYTES = 5_000_000;
/** Of all that it delivers. */
const RESULT_LENGTH = 90_000;

export type RemoteCall = { remote: Remote; server: ServerFacts; signal: AbortSignal };
export type Sending = {
  messageId: string;
  text: string;
  task: string | null;
  context: string | null;
  metadata: Record<string, unknown>;
};

/** Gives a message to an agent elsewhere; the same id is the same message, for agents that look at it. */
export async function sendRemote(
  call: RemoteCall,
  { messageId, text, task, context, metadata }: Sending,
): Promise<Said> {
  const client = await clientOf(call);
  const message = Message.fromJSON({
    messageId,
    role: Role[Role.ROLE_USER],
    parts: [{ text }],
    metadata,
    contextId: context ?? '',
    taskId: task ?? '',
  });
  const configuration = {
    acceptedOutputModes: ['text/plain'],
    returnImmediately: true,
    taskPushNotificationConfig: undefined,
  };
  const answer = await client.sendMessage({ tenant: '', message, configuration, metadata: undefined });
  if (!('messageId' in answer)) return saidOf(answer);
  const told = textOf(answer);
  return {
    task: null,
    context: answer.contextId,
    state: told ? 'done' : 'unknown',
    named: 'a message',
    text: told,
    results: [{ name: 'answer', text: told }],
  };
}

export async function readRemote(call: RemoteCall, task: string): Promise<Said> {
  try {
    return saidOf(await (await clientOf(call)).getTask({ tenant: '', id: task }));
  } catch (error) {
    if (error instanceof TaskNotFoundError) throw new TaskLost('it no longer knows the task');
    throw error;
  }
}

export async function cancelRemote(call: RemoteCall, task: string): Promise<void> {
  await (await clientOf(call)).cancelTask({ tenant: '', id: task, metadata: undefined });
}

/** Every address goes through the guard; this machine itself may be called only where the address of the card, an admin's word, is on it. */
async function clientOf({ remote, server, signal }: RemoteCall): Promise<Client> {
  const { privateHosts = [] } = server;
  const loopback = isLoopbackHost(new URL(remote.url).hostname);
  const outside = { privateHosts, loopback, timeout: CALL_MS, maxBytes: ANSWER_BYTES };
  const fetchImpl: typeof fetch = async (input, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    if (remote.scheme) headers['authorization'] = `${remote.scheme} ${remote.credentials}`;
    const body = typeof init?.body === 'string' ? { body: init.body } : {};
    return fetchOutside(String(input), { method: init?.method ?? 'GET', headers, ...body, signal }, outside);
  };
  const transports = [new JsonRpcTransportFactory({ fetchImpl }), new RestTransportFactory({ fetchImpl })];
  const cardResolver = new DefaultAgentCardResolver({ fetchImpl });
  const factory = new ClientFactory(
    ClientFactoryOptions.createFrom(ClientFactoryOptions.default, { transports, cardResolver }),
  );
  const named = new URL(remote.url).pathname.endsWith('.json');
  return factory.createFromUrl(remote.url, named ? '' : AGENT_CARD_PATH);
}

const states: Partial<Record<TaskState, Said['state']>> = {
  [TaskState.TASK_STATE_SUBMITTED]: 'working',
  [TaskState.TASK_STATE_WORKING]: 'working',
  [TaskState.TASK_STATE_INPUT_REQUIRED]: 'asks',
  [TaskState.TASK_STATE_AUTH_REQUIRED]: 'asks',
  [TaskState.TASK_STATE_COMPLETED]: 'done',
  [TaskState.TASK_STATE_FAILED]: 'ended',
  [TaskState.TASK_STATE_CANCELED]: 'ended',
  [TaskState.TASK_STATE_REJECTED]: 'ended',
};

const saidOf = ({ id, contextId, status, artifacts }: Task): Said => ({
  task: id,
  context: contextId,
  state: states[status?.state ?? TaskState.TASK_STATE_UNSPECIFIED] ?? 'unknown',
  named: (TaskState[status?.state ?? 0] ?? 'no state').replace('TASK_STATE_', ''),
  text: status?.message ? textOf(status.message) : '',
  results: artifacts
    .map((one) => ({ name: one.name || one.artifactId, text: textOf(one) }))
    .filter(({ text }) => text !== ''),
});

const textOf = ({ parts }: Pick<Message, 'parts'>): string =>
  parts
    .map(({ content }) => {
      if (content?.$case === 'text' || content?.$case === 'url') return content.value;
      return content?.$case === 'data' ? JSON.stringify(content.value) : '';
    })
    .filter(Boolean)
    .join('\n\n')
    .slice(0, RESULT_LENGTH);
