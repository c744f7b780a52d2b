import {
  CLIENT_CAPABILITIES_META_KEY,
  type CallToolResult,
  type ClientCapabilities,
  MissingRequiredClientCapabilityError,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { isRefusal, refusals } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import type { McpContext } from './call-tool.ts';

/** The extension by which an act that waits for approval is a task: whoever asked looks again until somebody has answered. */
export const TASKS = 'io.modelcontextprotocol/tasks';

/** How often it is worth to look: people answer, not machines. */
const POLL_MS = 15_000;
/** Requests are kept; this is how long a client may count on it. */
const KEPT_MS = 90 * 86_400_000;

export type HeldRequest = {
  id: string;
  kind: string;
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  from: string | null;
  body: Record<string, unknown>;
  response: Record<string, unknown> | null;
  createdAt: string;
  answeredAt: string | null;
};

type Envelope = { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities };
const envelopeOf = ({ mcpReq }: { mcpReq: { envelope?: Envelope } }): Envelope => mcpReq.envelope ?? {};

/** Whether this very request says that its client knows of tasks. */
export const knowsTasks = (context: ServerContext): boolean =>
  envelopeOf(context)[CLIENT_CAPABILITIES_META_KEY]?.extensions?.[TASKS] !== undefined;

/** The answer to a call that was held: the proposal is the task, so it is there for every server and after every restart. */
export const taskResult = (request: HeldRequest): TaskResult => ({ resultType: 'task', ...taskOf(request) });
export type TaskResult = { resultType: 'task' } & ReturnType<typeof taskOf>;

const statuses = {
  open: 'working',
  answered: 'completed',
  declined: 'completed',
  expired: 'completed',
  withdrawn: 'cancelled',
} as const;

function taskOf({ id, state, createdAt, answeredAt }: HeldRequest) {
  const says = state === 'open' ? { statusMessage: 'It waits for approval and has not happened.' } : {};
  const times = { createdAt, lastUpdatedAt: answeredAt ?? createdAt, ttlMs: KEPT_MS, pollIntervalMs: POLL_MS };
  return { taskId: id, status: statuses[state], ...says, ...times };
}

/** How the act stands; once it is answered, what came of it. A no is a result that says why, as any refusal of a tool is. */
export async function readTask(operations: readonly Operation[], context: McpContext, taskId: string) {
  const request = await findHeld(operations, context, taskId);
  const task = taskOf(request);
  return task.status === 'completed' ? { ...task, result: resultOf(request) } : task;
}

/** Takes the proposal back, where it is still open; whoever cancels what is over hears of it by looking. */
export async function cancelTask(operations: readonly Operation[], context: McpContext, taskId: string) {
  const { id } = await findHeld(operations, context, taskId);
  const outcome = await run(operations, context, { name: 'request.withdraw', input: { id } });
  if (isRefusal(outcome) && outcome.refused !== 'wrong_state')
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, refusals[outcome.refused].title, {
      code: outcome.refused,
    });
  return {};
}

async function findHeld(operations: readonly Operation[], context: McpContext, taskId: string): Promise<HeldRequest> {
  const outcome = await run(operations, context, { name: 'request.get', input: { id: taskId } });
  const request = isRefusal(outcome) ? null : (outcome.body as HeldRequest);
  if (request?.body['held'] === true && request.from === context.caller.bearer?.id) return request;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no task ${taskId}.`);
}

type Call = { name: string; input: Record<string, unknown> };

function run(operations: readonly Operation[], { execute, caller }: McpContext, { name, input }: Call) {
  const operation = operations.find((one) => one.name === name);
  if (!operation)
    throw new Error(`A task of MCP calls ${name}, which is no operation. Mend surfaces/mcp/held-task.ts.`);
  return execute({ operation, ...caller, input });
}

export function resultOf({ id, state, response }: HeldRequest): CallToolResult {
  if (state === 'answered')
    return {
      content: [{ type: 'text', text: 'It was approved, and has happened.' }],
      structuredContent: { request: { id, state } },
    };
  const reason = typeof response?.['reason'] === 'string' ? `: ${response['reason']}` : '.';
  const text = state === 'declined' ? `It was declined${reason}` : 'Nobody answered in time, so it has not happened.';
  return { isError: true, content: [{ type: 'text', text }] };
}

/** The methods of tasks are there for clients alone that say that they know them. */
export function requireTasks(context: ServerContext): void {
  if (!knowsTasks(context))
    throw new MissingRequiredClientCapabilityError({ requiredCapabilities: { extensions: { [TASKS]: {} } } });
}
