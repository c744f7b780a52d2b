import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import type { Caller } from '../caller.ts';
import { toProblem } from '../problem.ts';
import { unknownFields } from '../unknown-fields.ts';
import { type HeldRequest, type TaskResult, taskResult } from './held-task.ts';
import { type Tools, takesVersion } from './tools.ts';

export type McpContext = { execute: Execute; caller: Caller; publicUrl: string };
type Asked = { name: string; input: Record<string, unknown>; idempotencyKey: string | null; asTask: boolean };

/**
 * Runs the operation that a tool stands for. A refusal is a tool's error, which its model reads and can mend; an act that is held
 * for approval is an answer that says so, and how to follow it.
 */
export async function callTool(
  tools: Tools,
  context: McpContext,
  { name, input, idempotencyKey, asTask }: Asked,
): Promise<CallToolResult | TaskResult> {
  const operation = tools.byName.get(name);
  if (!operation)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${name} here. List the tools, or add ?tools=all to the address for more of them.`,
    );
  const said = readSaid(operation, input);
  const outcome = isRefusal(said)
    ? said
    : await context.execute({ operation, ...context.caller, ...said, idempotencyKey });
  return isRefusal(outcome) ? refusedResult(outcome, context) : answerResult(operation, { body: outcome.body, asTask });
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

function answerResult(
  { name }: Operation,
  { body, asTask }: { body: unknown; asTask: boolean },
): CallToolResult | TaskResult {
  if (body === null || body === undefined)
    return {
      content: [text(name === 'work.claim' ? 'There is nothing to claim now.' : 'Done.')],
      structuredContent: {},
    };
  const held = typeof body === 'object' && 'held' in body;
  if (held && asTask && 'request' in body) return taskResult(body.request as HeldRequest);
  const note = held
    ? [text('This waits for approval and has not happened. Read the request again with request_get.')]
    : [];
  return { content: [...note, text(JSON.stringify(body))], structuredContent: body };
}

export function refusedResult(refusal: Refusal, { publicUrl }: Pick<McpContext, 'publicUrl'>): CallToolResult {
  const { instance: _, ...problem } = toProblem(refusal, { publicUrl, instance: '' });
  return { isError: true, content: [text(`${problem.detail} ${problem.hint}`), text(JSON.stringify(problem))] };
}

const text = (said: string) => ({ type: 'text' as const, text: said });
