import { type Artifact, Message, StreamResponse, type Task, TaskState, type TaskStatus } from '@a2a-js/sdk';
import type { TaskResource } from '../resources/a2a.ts';

const states: Record<TaskResource['state'], TaskState> = {
  submitted: TaskState.TASK_STATE_SUBMITTED,
  working: TaskState.TASK_STATE_WORKING,
  input_required: TaskState.TASK_STATE_INPUT_REQUIRED,
  auth_required: TaskState.TASK_STATE_AUTH_REQUIRED,
  completed: TaskState.TASK_STATE_COMPLETED,
  canceled: TaskState.TASK_STATE_CANCELED,
  rejected: TaskState.TASK_STATE_REJECTED,
};

/** The state of a task that the protocol names, or null for one that Coact has none of. */
export const stateOfProtocol = (wanted: TaskState): TaskResource['state'] | null =>
  (Object.keys(states) as TaskResource['state'][]).find((one) => states[one] === wanted) ?? null;

/** How a task is shown: where its artifacts are fetched, how many messages of its history, and whether with artifacts. */
export type Showing = { publicUrl: string; history?: number | undefined; artifacts?: boolean };

/** A task as A2A has it: its id is that of the item, and its metadata say how Coact calls it. */
export function toTask(task: TaskResource, { publicUrl, history, artifacts = true }: Showing): Task {
  const messages = task.messages.map((one) => messageOf(task, one));
  return {
    id: task.id,
    contextId: task.context,
    status: statusOf(task),
    artifacts: artifacts ? artifactsOf(task, publicUrl) : [],
    history: history === undefined ? messages : history === 0 ? [] : messages.slice(-history),
    metadata: { item: task.key, title: task.title, url: `${publicUrl}/items/${task.key}` },
  };
}

function messageOf(
  { id, context }: TaskResource,
  { id: messageId, role, parts, metadata }: TaskResource['messages'][number],
) {
  const name = role === 'user' ? 'ROLE_USER' : 'ROLE_AGENT';
  return Message.fromJSON({ messageId, contextId: context, taskId: id, role: name, parts, metadata });
}

function statusOf(task: TaskResource): TaskStatus {
  const { id, context, state, says, request, at, progress } = task;
  const message =
    says === null
      ? undefined
      : Message.fromJSON({
          messageId: request ?? `${id}:${at}`,
          contextId: context,
          taskId: id,
          role: 'ROLE_AGENT',
          parts: [{ text: says }],
          ...(progress !== null && { metadata: { progress } }),
        });
  return { state: states[state], message, timestamp: at };
}

/** What was delivered. Its metadata say whether somebody else has accepted it: until then it may still be returned. */
export function artifactsOf({ artifacts }: TaskResource, publicUrl: string): Artifact[] {
  return artifacts.map(({ id, name, mediaType, size, text, verified }) => ({
    artifactId: id,
    name,
    description: '',
    parts: [
      {
        content:
          text === null
            ? { $case: 'url' as const, value: `${publicUrl}/v1/artifacts/${id}/content` }
            : { $case: 'text' as const, value: text },
        metadata: undefined,
        filename: name,
        mediaType,
      },
    ],
    metadata: { sha256: id, size, verified },
    extensions: [],
  }));
}

/** What changed between two readings of a task, as the updates of a stream: artifacts first, as they lead to the state. */
export function updatesBetween(before: TaskResource | null, task: TaskResource, publicUrl: string): StreamResponse[] {
  const { id: taskId, context: contextId } = task;
  const known = new Set(before?.artifacts.map(({ id, verified }) => `${id} ${String(verified)}`));
  const fresh = {
    ...task,
    artifacts: task.artifacts.filter(({ id, verified }) => !known.has(`${id} ${String(verified)}`)),
  };
  const artifacts = artifactsOf(fresh, publicUrl).map((artifact): StreamResponse => {
    const value = { taskId, contextId, artifact, append: false, lastChunk: true, metadata: undefined };
    return { payload: { $case: 'artifactUpdate', value } };
  });
  if (before && digestOf(before) === digestOf(task)) return artifacts;
  const value = { taskId, contextId, status: statusOf(task), metadata: undefined };
  return [...artifacts, { payload: { $case: 'statusUpdate', value } }];
}

/** What of a task's standing is worth telling. */
export const digestOf = ({ state, says, progress, request }: TaskResource) =>
  JSON.stringify([state, says, progress, request]);

/** What tells somebody far away how a task stands now: an update of its status or, when it has ended, all of it. */
export function notificationOf(task: TaskResource, publicUrl: string): unknown {
  const ended = task.state === 'completed' || task.state === 'canceled' || task.state === 'rejected';
  const status = { taskId: task.id, contextId: task.context, status: statusOf(task), metadata: undefined };
  return StreamResponse.toJSON({
    payload: ended ? { $case: 'task', value: toTask(task, { publicUrl }) } : { $case: 'statusUpdate', value: status },
  });
}
