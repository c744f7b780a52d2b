import {
  AgentCard,
  CancelTaskRequest,
  ListTaskPushNotificationConfigsResponse,
  ListTasksRequest,
  ListTasksResponse,
  Message,
  SendMessageRequest,
  StreamResponse,
  Task,
  TaskPushNotificationConfig,
} from '@a2a-js/sdk';
import { RequestMalformedError, UnsupportedOperationError, restStatusFor, toRestErrorBody } from '@a2a-js/sdk/errors';
import { isRefusal, refusals } from '../../domain/refusals.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { A2A_PATH } from './card.ts';
import type { Answer, Called, Reply } from './reply.ts';

type Route = { method: RegExp; path: RegExp; handle: (called: Called, parts: string[]) => Promise<Reply> | Reply };

const ok = (body: unknown): Answer => ({ status: 200, body });
const streams = (events: AsyncIterable<StreamResponse>): Reply => ({
  events,
  write: (event) => StreamResponse.toJSON(event as StreamResponse),
});
const tenant = '';

/** The paths of the HTTP+JSON binding, in the protocol's section 11. The SDK has them for Express alone. */
const routes: readonly Route[] = [
  {
    method: /^POST$/,
    path: /^\/message:send$/,
    async handle({ handler, context, body }) {
      const sent = await handler.sendMessage(SendMessageRequest.fromJSON(body), context);
      return ok('messageId' in sent ? { message: Message.toJSON(sent) } : { task: Task.toJSON(sent) });
    },
  },
  {
    method: /^POST$/,
    path: /^\/message:stream$/,
    handle: ({ handler, context, body }) =>
      streams(handler.sendMessageStream(SendMessageRequest.fromJSON(body), context)),
  },
  {
    method: /^GET$/,
    path: /^\/tasks$/,
    async handle({ handler, context, url }) {
      const asked = ListTasksRequest.fromJSON(queryOf(url));
      const listed = ListTasksResponse.toJSON(await handler.listTasks(asked, context)) as object;
      return ok({ tasks: [], nextPageToken: '', pageSize: 0, totalSize: 0, ...listed });
    },
  },
  {
    method: /^(GET|POST)$/,
    path: /^\/tasks\/([^/]+):subscribe$/,
    handle: ({ handler, context }, [id = '']) => streams(handler.resubscribe({ id, tenant }, context)),
  },
  {
    method: /^POST$/,
    path: /^\/tasks\/([^/]+):cancel$/,
    async handle({ handler, context, body }, [id = '']) {
      const asked = { ...CancelTaskRequest.fromJSON(body), id, tenant };
      return ok(Task.toJSON(await handler.cancelTask(asked, context)));
    },
  },
  {
    method: /^GET$/,
    path: /^\/tasks\/([^/:]+)$/,
    async handle({ handler, context, url }, [id = '']) {
      const { historyLength } = queryOf(url);
      const asked = { id, tenant, ...(historyLength !== undefined && { historyLength }) };
      return ok(Task.toJSON(await handler.getTask(asked, context)));
    },
  },
  {
    method: /^POST$/,
    path: /^\/tasks\/([^/]+)\/pushNotificationConfigs$/,
    async handle({ handler, context, body }, [taskId = '']) {
      const config = TaskPushNotificationConfig.fromJSON({ ...(body as object), taskId });
      return {
        status: 201,
        body: TaskPushNotificationConfig.toJSON(await handler.createTaskPushNotificationConfig(config, context)),
      };
    },
  },
  {
    method: /^GET$/,
    path: /^\/tasks\/([^/]+)\/pushNotificationConfigs$/,
    async handle({ handler, context }, [taskId = '']) {
      const asked = { taskId, tenant, pageSize: 0, pageToken: '' };
      return ok(
        ListTaskPushNotificationConfigsResponse.toJSON(await handler.listTaskPushNotificationConfigs(asked, context)),
      );
    },
  },
  {
    method: /^GET$/,
    path: /^\/tasks\/([^/]+)\/pushNotificationConfigs\/([^/]+)$/,
    async handle({ handler, context }, [taskId = '', id = '']) {
      return ok(
        TaskPushNotificationConfig.toJSON(await handler.getTaskPushNotificationConfig({ taskId, id, tenant }, context)),
      );
    },
  },
  {
    method: /^DELETE$/,
    path: /^\/tasks\/([^/]+)\/pushNotificationConfigs\/([^/]+)$/,
    async handle({ handler, context }, [taskId = '', id = '']) {
      await handler.deleteTaskPushNotificationConfig({ taskId, id, tenant }, context);
      return { status: 204, body: undefined };
    },
  },
  {
    method: /^GET$/,
    path: /^\/extendedAgentCard$/,
    async handle({ handler, context }) {
      return ok(AgentCard.toJSON(await handler.getAuthenticatedExtendedAgentCard({ tenant }, context)));
    },
  },
];

/** HTTP+JSON: the path says what is asked for. */
export async function handleRest(called: Called): Promise<Reply> {
  const path = called.url.pathname.slice(A2A_PATH.length);
  for (const { method, path: form, handle } of routes) {
    const found = method.test(called.method) ? form.exec(path) : null;
    if (found) return handle(called, found.slice(1).map(decode));
  }
  throw new UnsupportedOperationError(`${called.method} ${path} is no operation of A2A over HTTP and JSON.`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RequestMalformedError('The path cannot be read.');
  }
}

/** Numbers and truth values of a query are text; everything else stays as it is. */
function queryOf(url: URL) {
  const { historyLength, pageSize, includeArtifacts, ...rest } = Object.fromEntries(url.searchParams);
  return {
    ...rest,
    ...(historyLength !== undefined && { historyLength: integer('historyLength', historyLength) }),
    ...(pageSize !== undefined && { pageSize: integer('pageSize', pageSize) }),
    ...(includeArtifacts !== undefined && { includeArtifacts: includeArtifacts === 'true' }),
  };
}

function integer(name: string, text: string): number {
  if (!/^-?\d{1,9}$/.test(text)) throw new RequestMalformedError(`${name} must be a whole number.`);
  return Number(text);
}

export function restError(error: unknown): Answer {
  if (!isRefusal(error)) {
    const status = restStatusFor(error);
    return { status, body: toRestErrorBody(error, status) };
  }
  const { status } = refusals[error.refused];
  return { status, body: toRestErrorBody(new RequestMalformedError(describeRefusal(error)), status) };
}
