import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import type { Message } from '../chat.ts';

export type Asked = {
  model: string;
  messages: Message[];
  tools: { function: { name: string } }[];
  authorization: string;
};
/** What the model does with what it was asked: calls this tool. */
export type Turn = (asked: Asked) => { tool: string; input: object };

/** A small server that speaks OpenAI's chat completions: each call takes the next turn. */
export async function startModel(t: TestContext, turns: Turn[]): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const one = { ...(body as Omit<Asked, 'authorization'>), authorization: request.headers.authorization ?? '' };
      asked.push(one);
      const turn = turns[asked.length - 1];
      if (request.url !== '/v1/chat/completions' || !turn) return response.writeHead(404).end('No such turn.');
      const { tool, input } = turn(one);
      const call = {
        id: `call_${asked.length}`,
        type: 'function',
        function: { name: tool, arguments: JSON.stringify(input) },
      };
      const message = { role: 'assistant', content: null, tool_calls: [call] };
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(
        JSON.stringify({
          id: 'c1',
          object: 'chat.completion',
          choices: [{ index: 0, message, finish_reason: 'tool_calls' }],
          usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
        }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, asked };
}
