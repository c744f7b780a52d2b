import {
  type CancelTaskRequest,
  type GetTaskRequest,
  type ListTasksRequest,
  type ListTasksResponse,
  Message,
  type SendMessageRequest,
  type StreamResponse,
  type SubscribeToTaskRequest,
  type Task,
  TaskState,
} from '@a2a-js/sdk';
import { RequestMalformedError, TaskNotCancelableError, UnsupportedOperationError } from '@a2a-js/sdk/errors';
import type { A2ARequestHandler } from '@a2a-js/sdk/server';
import { isEnd } from '../../domain/a2a/task-state.ts';
import taskCancel from '../../operations/a2a/cancel.ts';
import taskList from '../../operations/a2a/list.ts';
import taskSend from '../../operations/a2a/send.ts';
import { type Showing, stateOfProtocol, toTask } from '../../operations/a2a/to-protocol.ts';
import type { ServerFacts } from '../../operations/context.ts';
import type { TaskResource } from '../../operations/resources/a2a.ts';
import type { FeedTail } from '../feed-tail.ts';
import { type Asking, ask, getTask } from './ask.ts';
import { follow, isOver } from './follow.ts';
import { pushHandlers, setPush } from './push-handlers.ts';
import { type Skill, agentCard } from './card.ts';
import intakeList from '../../operations/intake/list.ts';
import intakeListed from '../../operations/intake/listed.ts';

export type Handling = {
  asking: Asking;
  server: ServerFacts;
  /** Fires when whoever called has gone, or the server is about to stop. */
  signal: AbortSignal;
  /** The end of the feed now, and a way to follow it from there; given back when the call is over. */
  feed: { head: () => number; tail: FeedTail };
  /** Milliseconds for which an answer waits for a task to end, where its sender wants that. */
  waitMs: number;
};

type Sent = { task: string; context: string } | { held: true; request: { id: string } };

/** The protocol's methods for one call, each an operation of Coact: nothing is decided here. */
export function requestHandler(handling: Handling): A2ARequestHandler {
  const { asking, server, signal, feed } = handling;
  const showing = (history?: number): Showing => ({ publicUrl: server.publicUrl, history });
  const follows = (from: TaskResource, after: number, until: AbortSignal, untilAsked: boolean) =>
    follow({ asking, from, after, tail: feed.tail, signal: until, publicUrl: server.publicUrl, untilAsked });

  async function* stream(task: TaskResource, after: number, untilAsked: boolean): AsyncGenerator<StreamResponse, void> {
    yield { payload: { $case: 'task', value: toTask(task, showing()) } };
    for await (const { updates } of follows(task, after, signal, untilAsked)) yield* updates;
  }

  return {
    ...pushHandlers(asking),
    getAgentCard: async () => agentCard(server, await skills(asking, intakeListed)),
    getAuthenticatedExtendedAgentCard: async () => agentCard(server, await skills(asking, intakeList)),

    async sendMessage(params) {
      const after = feed.head();
      const { configuration } = params;
      const history = historyOf(configuration?.historyLength);
      const sent = await send(asking, params);
      if ('held' in sent) return heldMessage(params, sent.request.id);
      let task = await getTask(asking, sent.task);
      if (!configuration?.returnImmediately && !isOver(task, true)) {
        const patience = AbortSignal.any([signal, AbortSignal.timeout(handling.waitMs)]);
        for await (const change of follows(task, after, patience, true)) task = change.task;
      }
      return toTask(task, showing(history));
    },

    async *sendMessageStream(params) {
      const after = feed.head();
      const sent = await send(asking, params);
      if ('held' in sent) yield { payload: { $case: 'message', value: heldMessage(params, sent.request.id) } };
      else yield* stream(await getTask(asking, sent.task), after, true);
    },

    async *resubscribe({ id }: SubscribeToTaskRequest) {
      const after = feed.head();
      const task = await getTask(asking, needed(id));
      if (isEnd(task.state))
        throw new UnsupportedOperationError('The task has ended: there is nothing to follow. Read it instead.');
      yield* stream(task, after, false);
    },

    async getTask({ id, historyLength }: GetTaskRequest) {
      const history = historyOf(historyLength);
      return toTask(await getTask(asking, needed(id)), showing(history));
    },

    async cancelTask({ id, metadata }: CancelTaskRequest): Promise<Task> {
      const reason = typeof metadata?.['reason'] === 'string' ? metadata['reason'].trim() : '';
      const { did } = await ask<{ did: string }>(asking, taskCancel, { id: needed(id), ...(reason && { reason }) });
      if (did === 'asked')
        throw new TaskNotCancelableError('The work is under way: its owner was asked to cancel it, and decides.');
      return toTask(await getTask(asking, id), showing());
    },

    listTasks: (params) => listTasks(asking, params, showing(historyOf(params.historyLength))),
  };
}

const skills = async (asking: Asking, from: typeof intakeList) =>
  (await ask<{ items: (Skill & { takes?: boolean })[] }>(asking, from, {})).items.filter(({ takes = true }) => takes);

/** Hands a message over, then says where its sender wants to be told of what follows. */
async function send(asking: Asking, { message, configuration, metadata }: SendMessageRequest): Promise<Sent> {
  if (!message?.messageId) throw new RequestMalformedError('A message needs a messageId.');
  const { contextId, taskId, ...said } = Message.toJSON(message) as Record<string, unknown>;
  const named = message.metadata?.['team'] ?? metadata?.['team'];
  const input = {
    message: { ...said, ...(contextId ? { contextId } : {}), ...(taskId ? { taskId } : {}) },
    ...(typeof named === 'string' && { team: named }),
  };
  const sent = await ask<Sent>(asking, taskSend, input);
  const push = configuration?.taskPushNotificationConfig;
  if (push && !('held' in sent)) await setPush(asking, { ...push, taskId: sent.task });
  return sent;
}

/** What answers a message that a rule holds: no work exists before somebody has approved it. */
const heldMessage = ({ message }: SendMessageRequest, request: string) =>
  Message.fromJSON({
    messageId: request,
    contextId: message?.contextId ?? '',
    role: 'ROLE_AGENT',
    parts: [
      { text: 'This waits for approval: no work has begun. List your tasks later to see whether it was approved.' },
    ],
    metadata: { request },
  });

async function listTasks(asking: Asking, params: ListTasksRequest, showing: Showing): Promise<ListTasksResponse> {
  const { contextId, status, pageSize = 50, pageToken, statusTimestampAfter, includeArtifacts = false } = params;
  if (pageSize < 1 || pageSize > 100) throw new RequestMalformedError('pageSize must be from 1 to 100.');
  const state = status === TaskState.TASK_STATE_UNSPECIFIED ? undefined : stateOfProtocol(status);
  if (state === null) return { tasks: [], nextPageToken: '', pageSize, totalSize: 0 };
  const { items, next, total } = await ask<{ items: TaskResource[]; next: string | null; total: number }>(
    asking,
    taskList,
    {
      limit: pageSize,
      contents: includeArtifacts,
      ...(contextId && { context: contextId }),
      ...(state && { state }),
      ...(pageToken && { cursor: pageToken }),
      ...(statusTimestampAfter && { after: statusTimestampAfter }),
    },
  );
  const tasks = items.map((one) => toTask(one, { ...showing, artifacts: includeArtifacts }));
  return { tasks, nextPageToken: next ?? '', pageSize: tasks.length, totalSize: total };
}

function needed(id: string): string {
  if (!id.trim()) throw new RequestMalformedError('Name the task by its id.');
  return id;
}

function historyOf(length: number | undefined): number | undefined {
  if (length !== undefined && length < 0) throw new RequestMalformedError('historyLength must not be negative.');
  return length;
}
