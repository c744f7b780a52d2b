import { JsonRpcTransportHandler } from '@a2a-js/sdk/server';
import { isRefusal } from '../../domain/refusals.ts';
import { describeRefusal } from '../describe-refusal.ts';
import type { Answer, Called, Reply } from './reply.ts';

const PARSE_ERROR = -32_700;

/** JSON-RPC, by the SDK's own transport. */
export async function handleJsonRpc({ handler, context, body }: Called): Promise<Reply> {
  const answer = await new JsonRpcTransportHandler(handler).handle(body as Record<string, unknown>, context);
  return Symbol.asyncIterator in answer ? { events: answer, write: (event) => event } : { status: 200, body: answer };
}

export function jsonRpcError(error: unknown, called: Called | null): Answer {
  const id = (called?.body as { id?: unknown } | null)?.id ?? null;
  const said = isRefusal(error)
    ? { code: PARSE_ERROR, message: describeRefusal(error) }
    : JsonRpcTransportHandler.mapToJSONRPCError(error);
  return { status: 200, body: { jsonrpc: '2.0', id, error: said } };
}
