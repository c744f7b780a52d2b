import {
  type CallToolRequestParams,
  type CallToolResult,
  type CompleteRequestParams,
  type GetPromptRequestParams,
  type GetPromptResult,
  type InputRequiredResult,
  type Prompt,
  type ReadResourceResult,
  type Resource,
  type ResourceTemplateType,
  Server,
  type ServerContext,
  type ServerOptions,
  type Tool,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { TASKS, type TaskResult, requireTasks } from './held-task.ts';

type Asked<Result> = Promise<Result | InputRequiredResult>;

/** What a server of the protocol offers. The one of Coact is derived from the registry; tests of the protocol bring their own. */
export type Catalogue = {
  tools: readonly Tool[];
  callTool: (params: CallToolRequestParams, context: ServerContext) => Asked<CallToolResult | TaskResult>;
  resources: readonly Resource[];
  resourceTemplates: readonly ResourceTemplateType[];
  readResource: (uri: string, context: ServerContext) => Asked<ReadResourceResult>;
  prompts: readonly Prompt[];
  getPrompt: (params: GetPromptRequestParams, context: ServerContext) => Asked<GetPromptResult>;
  complete: (params: CompleteRequestParams) => Promise<string[]>;
  /** Where a call may go on as a task: how it stands, and its end before its time. */
  tasks?: Record<'get' | 'cancel', (taskId: string) => Promise<Record<string, unknown>>>;
  /** Where these say nothing, the lists never change while a client is there, and no state is handed to it. */
  options?: ServerOptions;
};

/** One server for one request, as the protocol's library has it. */
export function serverOf(catalogue: Catalogue, { version, instructions }: { version: string; instructions: string }) {
  const { options, tasks } = catalogue;
  const server = new Server(
    { name: 'coact', title: 'Coact', version },
    {
      ...options,
      capabilities: {
        tools: {},
        resources: {},
        prompts: {},
        completions: {},
        ...(tasks && { extensions: { [TASKS]: {} } }),
        ...options?.capabilities,
      },
      instructions,
    },
  );
  server.setRequestHandler('tools/list', () => ({ tools: [...catalogue.tools] }));
  server.setRequestHandler(
    'tools/call',
    ({ params }, context) => catalogue.callTool(params, context) as Promise<CallToolResult>,
  );
  server.setRequestHandler('resources/list', () => ({ resources: [...catalogue.resources] }));
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: [...catalogue.resourceTemplates],
  }));
  server.setRequestHandler('resources/read', ({ params }, context) => catalogue.readResource(params.uri, context));
  server.setRequestHandler('prompts/list', () => ({ prompts: [...catalogue.prompts] }));
  server.setRequestHandler('prompts/get', ({ params }, context) => catalogue.getPrompt(params, context));
  server.setRequestHandler('completion/complete', async ({ params }) => ({
    completion: { values: await catalogue.complete(params) },
  }));
  if (tasks) serveTasks(server, tasks);
  return server;
}

const params = z.looseObject({ taskId: z.string().max(200) });

/** The extension has no runtime in the library: its methods are three, and what they are about lies in our database. */
function serveTasks(server: Server, { get, cancel }: NonNullable<Catalogue['tasks']>): void {
  const handle = (method: string, work: (taskId: string) => Promise<Record<string, unknown>>) =>
    server.setRequestHandler(method, { params }, ({ taskId }, context) => {
      requireTasks(context);
      return work(taskId);
    });
  handle('tasks/get', get);
  handle('tasks/cancel', cancel);
  // Nothing that a client says moves it on: whoever approves does that on their own page.
  handle('tasks/update', async (taskId) => {
    await get(taskId);
    return {};
  });
}
