/** The SDK: a typed client of a Coact server, for browsers and Node, without dependencies. */
export { CoactError, type ErrorCode, type Problem } from './coact-error.ts';
export { type Call, type Client, connect } from './connect.ts';
export type { FeedEvent, FeedOptions } from './events.ts';
export type * from './generated/operations.ts';
export { HeldForApproval } from './held-for-approval.ts';
export type { Held, HoldOptions, RunToHold, Signal } from './hold.ts';
export { type McpClient, type McpSetting, mcpClients, mcpSetting } from './mcp-settings.ts';
export { paged } from './paged.ts';
export type { CallOptions, ConnectOptions, Message } from './send.ts';
export { type Connecting, type Snippet, type Way, environmentOf, snippetOf, ways } from './snippets.ts';
