import { type Message, type StreamResponse, type Task, TaskState, type TaskStatus } from '@a2a-js/sdk';

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

/** Of all that it delivers. */
const RESULT_LENGTH = 90_000;

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

export const saidOfTask = ({ id, contextId, status, artifacts }: Task): Said => ({
  ...saidOfStatus(id, contextId, status),
  results: artifacts
    .map((one) => ({ name: one.name || one.artifactId, text: textOf(one) }))
    .filter(({ text }) => text !== ''),
});

/** An answer without a task is all that there will be. */
export function saidOfMessage(message: Message): Said {
  const text = textOf(message);
  const state = text ? 'done' : 'unknown';
  return {
    task: null,
    context: message.contextId || null,
    state,
    named: 'a message',
    text,
    results: [{ name: 'answer', text }],
  };
}

/** One event of a stream. What it made is read with the whole task: a stream may have begun in the middle of it. */
export function saidInStream({ payload }: StreamResponse): Said {
  switch (payload?.$case) {
    case 'task':
      return saidOfTask(payload.value);
    case 'message':
      return saidOfMessage(payload.value);
    case 'statusUpdate':
      return saidOfStatus(payload.value.taskId, payload.value.contextId, payload.value.status);
    case 'artifactUpdate':
      return { ...nothing, task: payload.value.taskId, context: payload.value.contextId || null, state: 'working' };
    default:
      return nothing;
  }
}

const nothing: Said = { task: null, context: null, state: 'unknown', named: 'nothing', text: '', results: [] };

const saidOfStatus = (task: string, context: string, status: TaskStatus | undefined): Said => ({
  task,
  context: context || null,
  state: states[status?.state ?? TaskState.TASK_STATE_UNSPECIFIED] ?? 'unknown',
  named: (TaskState[status?.state ?? 0] ?? 'no state').replace('TASK_STATE_', ''),
  text: status?.message ? textOf(status.message) : '',
  results: [],
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
