import type { TaskPushNotificationConfig } from '@a2a-js/sdk';
import { TaskNotFoundError } from '@a2a-js/sdk/errors';
import type { A2ARequestHandler } from '@a2a-js/sdk/server';
import type { z } from 'zod';
import taskPush from '../../operations/a2a/push.ts';
import taskPushes from '../../operations/a2a/pushes.ts';
import taskUnpush from '../../operations/a2a/unpush.ts';
import type { pushResource } from '../../operations/resources/a2a.ts';
import { type Asking, ask } from './ask.ts';

type Push = z.output<typeof pushResource>;

/** As the protocol has it; what a notification signs in with is not shown again. */
const configOf = ({ task, id, url, scheme }: Push): TaskPushNotificationConfig => ({
  tenant: '',
  id,
  taskId: task,
  url,
  token: '',
  authentication: scheme === null ? undefined : { scheme, credentials: '' },
});

export async function setPush(
  asking: Asking,
  { taskId, id, url, token, authentication }: TaskPushNotificationConfig,
): Promise<TaskPushNotificationConfig> {
  const { scheme, credentials } = authentication ?? {};
  const input = {
    id: taskId,
    url,
    token,
    ...(id && { push: id }),
    ...(scheme && { scheme, credentials: credentials ?? '' }),
  };
  return configOf(await ask<Push>(asking, taskPush, input));
}

const listed = async (asking: Asking, task: string): Promise<TaskPushNotificationConfig[]> => {
  const { items } = await ask<{ items: Push[] }>(asking, taskPushes, { id: task });
  return items.map(configOf);
};

type PushMethods = Pick<
  A2ARequestHandler,
  | 'createTaskPushNotificationConfig'
  | 'getTaskPushNotificationConfig'
  | 'listTaskPushNotificationConfigs'
  | 'deleteTaskPushNotificationConfig'
>;

/** Where a task is told of, as the protocol's four methods have it. */
export const pushHandlers = (asking: Asking): PushMethods => ({
  createTaskPushNotificationConfig: (config) => setPush(asking, config),
  async getTaskPushNotificationConfig({ taskId, id }) {
    const found = (await listed(asking, taskId)).find((one) => one.id === id);
    if (!found) throw new TaskNotFoundError(`The task has no push notification configuration ${id}.`);
    return found;
  },
  listTaskPushNotificationConfigs: async ({ taskId }) => ({ configs: await listed(asking, taskId), nextPageToken: '' }),
  deleteTaskPushNotificationConfig: ({ taskId, id }) => ask<void>(asking, taskUnpush, { id: taskId, push: id }),
});
