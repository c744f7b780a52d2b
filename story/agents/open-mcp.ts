import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { HeldForApproval, type Request } from 'coact';
import type { Door } from './door.ts';

/** Coact by the Model Context Protocol and its official client: a tool for each call, and nothing of the SDK's way of calling. */
export async function openMcp({ url, token }: { url: string; token: string }): Promise<Door> {
  const client = new Client({ name: 'story', version: '1.0.0' });
  // Whoever waits for people beats meanwhile and follows what is held; the twelve tools of the default list leave that out.
  const address = new URL('/mcp?tools=manager', url);
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }));

  const tool =
    <Answer>(name: string) =>
    async (input?: object): Promise<Answer> => {
      const { isError, content, structuredContent } = await client.callTool({ name, arguments: { ...input } });
      if (isError) throw new Error(content.map((one) => (one.type === 'text' ? one.text : '')).join('\n'));
      return answerOf(structuredContent as Record<string, unknown> | undefined) as Answer;
    };
  return {
    work: { claim: tool('work_claim') },
    run: {
      report: tool('run_report'),
      heartbeat: tool('run_heartbeat'),
      deliver: tool('run_deliver'),
      fail: tool('run_fail'),
    },
    item: { get: tool('item_get'), create: tool('item_create') },
    request: { get: tool('request_get'), create: tool('request_create') },
    artifact: { create: tool('artifact_create') },
  };
}

/** Nothing is an empty answer here, and what is held an answer that says so. */
function answerOf(said: Record<string, unknown> | undefined): Record<string, unknown> | null {
  if (said?.['held'] === true) throw new HeldForApproval(said['request'] as Request);
  return said && Object.keys(said).length > 0 ? said : null;
}
