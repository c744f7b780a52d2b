import { Message, Role, type SendMessageRequest } from '@a2a-js/sdk';
import { TaskNotCancelableError, TaskNotFoundError } from '@a2a-js/sdk/errors';
import { type RemoteCall, connectRemote } from './connect-remote.ts';
import { type Said, saidInStream, saidOfMessage, saidOfTask } from './said.ts';

/** It does not know the task any longer. */
export class TaskLost extends Error {
  override name = 'TaskLost';
}

export type Sending = {
  messageId: string;
  text: string;
  task: string | null;
  context: string | null;
  metadata: Record<string, unknown>;
  /** Whether its answer may be a stream, where it has one. */
  streamed: boolean;
};

/** What it says, and what it goes on to say. */
export type Heard = { said: Said; more: AsyncGenerator<Said, void> | null };

/** Gives a message to an agent elsewhere; the same id is the same message, for agents that look at it. */
export async function sendRemote(call: RemoteCall, sending: Sending): Promise<Heard> {
  const { client, card } = await connectRemote(call);
  const request = requestOf(sending);
  if (sending.streamed && card.capabilities?.streaming) {
    const more = saidIn(client.sendMessageStream(request));
    const first = await more.next();
    if (first.done) throw new Error('it ended its stream before it had said anything');
    return { said: first.value, more };
  }
  const answer = await client.sendMessage(request);
  return { said: 'messageId' in answer ? saidOfMessage(answer) : saidOfTask(answer), more: null };
}

function requestOf({ messageId, text, task, context, metadata }: Sending): SendMessageRequest {
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
  return { tenant: '', message, configuration, metadata: undefined };
}

export async function readRemote(call: RemoteCall, task: string): Promise<Said> {
  try {
    const { client } = await connectRemote(call);
    return saidOfTask(await client.getTask({ tenant: '', id: task }));
  } catch (error) {
    if (error instanceof TaskNotFoundError) throw new TaskLost('it no longer knows the task');
    throw error;
  }
}

/** What it tells of a task from now on; nothing where its card says that it has no streams. */
export async function* subscribeRemote(call: RemoteCall, task: string): AsyncGenerator<Said, void> {
  const { client, card } = await connectRemote(call);
  if (card.capabilities?.streaming) yield* saidIn(client.resubscribeTask({ tenant: '', id: task }));
}

async function* saidIn(stream: ReturnType<Awaited<ReturnType<typeof connectRemote>>['client']['resubscribeTask']>) {
  for await (const event of stream) yield saidInStream(event);
}

/** Asks it to stop; a task that it does not know, or that has ended, needs no stopping. */
export async function cancelRemote(call: RemoteCall, task: string): Promise<void> {
  const { client } = await connectRemote(call);
  try {
    await client.cancelTask({ tenant: '', id: task, metadata: undefined });
  } catch (error) {
    if (!(error instanceof TaskNotFoundError || error instanceof TaskNotCancelableError)) throw error;
  }
}
