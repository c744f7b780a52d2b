import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import requestGet from '../../operations/request/get.ts';
import type { Caller } from '../caller.ts';
import { toProblem } from '../problem.ts';
import { unknownFields } from '../unknown-fields.ts';
import { type HeldRequest, type TaskResult, resultOf, taskResult } from './held-task.ts';
import { type Tools, takesVersion } from './tools.ts';
import { type Follower, waitForAnswer } from './wait-for-answer.ts';

export type McpContext = { execute: Execute; caller: Caller; publicUrl: string };
type Asked = {
  name: string;
  input: Record<string, unknown>;
  idempotencyKey: string | null;
  asTask: boolean;
  follower: Follower | null;
};

/**
 * Runs the operation that a tool stands for. A refusal is a tool's error, which its model reads and can mend; an act that is held
 * for approval is an answer that says so, and how to follow it.
 */
export async function callTool(
  tools: Tools,
  context: McpContext,
  { name, input, idempotencyKey, asTask, follower }: Asked,
): Promise<CallToolResult | TaskResult> {
  const operation = tools.byName.get(name);
  if (!operation)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${name} here. List the tools, or add ?tools=all to the address for more of them.`,
    );
  const said = readSaid(operation, input);
  const run = () =>
    isRefusal(said)
      ? Promise.resolve(said)
      : context.execute({ operation, ...context.caller, ...said, idempotencyKey });
  const first = await run();
  const readRequest = (id: string) => context.execute({ operation: requestGet, ...context.caller, input: { id } });
  // Whoever knows of tasks follows what is held by them, and a call that may be sent again is answered the same each time.
  const waits = follower && !asTask && idempotencyKey === null;
  const outcome = waits ? await waitForAnswer(first, { operation, again: run, readRequest, follower }) : first;
  return isRefusal(outcome)
    ? refusedResult(outcome, context)
    : answerResult(operation, { body: outcome.body, asTask, follow: followWith(tools) });
}

/** The input, and the version that it changes, which elsewhere a header says. */
function readSaid(operation: Operation, sent: Record<string, unknown>) {
  const { ifMatch = null, ...rest } = sent;
  const versioned = takesVersion(operation);
  const input = versioned ? rest : sent;
  const errors = unknownFields(operation.input, input).map(({ field, known }) => ({
    field,
    problem: `is not known; known are ${known.join(', ')}`,
  }));
  if (versioned && ifMatch !== null && !isVersion(ifMatch))
    errors.push({ field: 'ifMatch', problem: 'must be a version' });
  if (errors.length > 0) return refuse('invalid_input', { errors });
  if (operation.wantsVersion && ifMatch === null) return refuse('precondition_required', { field: 'ifMatch' });
  return { input, ifMatch: versioned && isVersion(ifMatch) ? ifMatch : null };
}

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value);

/** Names only what the client can call: the worker's dozen does not read requests. */
const followWith = ({ byName }: Tools) =>
  byName.has('request_get')
    ? 'Read the request again with request_get.'
    : 'Keep the lease with run_report, and see with item_get when it has happened.';

function answerResult(
  { name }: Operation,
  { body, asTask, follow }: { body: unknown; asTask: boolean; follow: string },
): CallToolResult | TaskResult {
  if (body === null || body === undefined)
    return {
      content: [text(name === 'work.claim' ? 'There is nothing to claim now.' : 'Done.')],
      structuredContent: {},
    };
  const held = typeof body === 'object' && 'held' in body;
  const request = held && 'request' in body ? (body.request as HeldRequest) : null;
  if (request && asTask) return taskResult(request);
  if (request && request.state !== 'open') return { ...resultOf(request), structuredContent: body };
  const note = held ? [text(`This waits for approval and has not happened. ${follow}`)] : [];
  return { content: [...note, text(JSON.stringify(body))], structuredContent: body };
}

export function refusedResult(refusal: Refusal, { publicUrl }: Pick<McpContext, 'publicUrl'>): CallToolResult {
  const { instance: _, ...problem } = toProblem(refusal, { publicUrl, instance: '' });
  return { isError: true, content: [text(`${problem.detail} ${problem.hint}`), text(JSON.stringify(problem))] };
}

const text = (said: string) => ({ type: 'text' as const, text: said });
