import type { CallToolResult, InputRequiredResult, RequestMeta, ServerContext } from '@modelcontextprotocol/server';

export type FixtureTool = {
  description: string;
  inputSchema?: { type: 'object'; [keyword: string]: unknown };
  call: (
    input: Record<string, unknown>,
    context: ServerContext,
    meta: RequestMeta | undefined,
  ) => CallToolResult | InputRequiredResult | Promise<CallToolResult | InputRequiredResult>;
};

export const said = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] });
