import type { AgentCard } from '@a2a-js/sdk';
import type { A2ARequestHandler, ServerCallContext } from '@a2a-js/sdk/server';

/** One call by either binding. */
export type Called = {
  handler: A2ARequestHandler;
  /** Says which versions of the protocol there are. */
  card: AgentCard;
  context: ServerCallContext;
  method: string;
  url: URL;
  body: unknown;
};

export type Answer = { status: number; body: unknown };
export type Reply = Answer | { events: AsyncIterable<unknown>; write: (event: unknown) => unknown };

export const isStream = (reply: Reply): reply is Extract<Reply, { events: unknown }> => 'events' in reply;

export type Binding = {
  name: 'JSONRPC' | 'HTTP+JSON';
  /** The media type of its answers. */
  type: string;
  handle: (called: Called) => Promise<Reply>;
  /** An error in the binding's own form; a refusal is of the body that could not be read. */
  error: (error: unknown, called: Called | null) => Answer;
};
