import { serve } from '@hono/node-server';
import { Server, createMcpHandler } from '@modelcontextprotocol/server';
import { Hono } from 'hono';

/** What the protocol's library costs by itself: one tool that answers with what it was given. Says its port on stdout. */
const tools = [{ name: 'echo', inputSchema: { type: 'object' as const } }];
const handler = createMcpHandler(() => {
  const server = new Server({ name: 'floor', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools }));
  server.setRequestHandler('tools/call', ({ params }) => {
    const given = params.arguments ?? {};
    return { content: [{ type: 'text', text: JSON.stringify(given) }], structuredContent: given };
  });
  return server;
});
const app = new Hono().post('/mcp', (c) => handler.fetch(c.req.raw));
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port));
process.once('SIGTERM', () => server.close());
