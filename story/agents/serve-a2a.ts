import { randomUUID } from 'node:crypto';
import { type ServerResponse, createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { AgentCard, Role, SSE_HEADERS, type Task, TaskState, formatSSEEvent } from '@a2a-js/sdk';
import {
  AgentEvent,
  type AgentExecutor,
  DefaultRequestHandler,
  InMemoryTaskStore,
  JsonRpcTransportHandler,
  ServerCallContext,
} from '@a2a-js/sdk/server';

/** What the agent does with what it is told: one text, with a name and a sentence about it. */
export type Made = { name: string; text: string; says: string };
type Serving = {
  port: number;
  token: string;
  card: { name: string; description: string };
  work: (told: string) => Made;
};

/** Serves an agent by A2A with the official SDK: one task for each message. Whoever has no token is refused. */
export function serveA2a({ port, token, card: { name, description }, work }: Serving): void {
  const card = AgentCard.fromJSON({
    name,
    description,
    version: '1.0.0',
    supportedInterfaces: [{ url: `http://127.0.0.1:${port}/a2a`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
    capabilities: { streaming: true, pushNotifications: false },
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'work', name, description, tags: [] }],
  });
  const handler = new DefaultRequestHandler(card, new InMemoryTaskStore(), executorOf(work));
  const rpc = new JsonRpcTransportHandler(handler);
  const answer = (to: ServerResponse, status: number, body: unknown) =>
    void to.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const server = createServer((from, to) => {
    if (from.url === '/.well-known/agent-card.json') return answer(to, 200, AgentCard.toJSON(card));
    if (from.headers.authorization !== `Bearer ${token}`) return answer(to, 401, {});
    const context = new ServerCallContext({ requestedVersion: String(from.headers['a2a-version'] ?? '0.3') });
    json(from)
      .then((body) => rpc.handle(body as Record<string, unknown>, context))
      .then(async (reply) => {
        if (!(Symbol.asyncIterator in reply)) return answer(to, 200, reply);
        to.writeHead(200, SSE_HEADERS);
        for await (const event of reply) to.write(formatSSEEvent(event));
        return void to.end();
      })
      .catch((error: unknown) => answer(to, 500, { error: String(error) }));
    return undefined;
  });
  server.listen(port, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${port}`));
}

const textPart = (value: string) => ({
  content: { $case: 'text' as const, value },
  metadata: undefined,
  filename: '',
  mediaType: 'text/plain',
});

function executorOf(work: Serving['work']): AgentExecutor {
  return {
    async execute({ taskId, contextId, userMessage }, bus) {
      const at = { taskId, contextId };
      const status = (state: TaskState, text: string): NonNullable<Task['status']> => ({
        state,
        timestamp: new Date().toISOString(),
        message: {
          ...at,
          messageId: randomUUID(),
          role: Role.ROLE_AGENT,
          parts: [textPart(text)],
          metadata: undefined,
          extensions: [],
          referenceTaskIds: [],
        },
      });
      const tell = (state: TaskState, text: string) =>
        bus.publish(AgentEvent.statusUpdate({ ...at, status: status(state, text), metadata: undefined }));
      const working = status(TaskState.TASK_STATE_WORKING, 'Reading');
      const task = { id: taskId, contextId, status: working, artifacts: [], history: [userMessage], metadata: {} };
      bus.publish(AgentEvent.task(task));
      try {
        const told = userMessage.parts.map(({ content }) => (content?.$case === 'text' ? content.value : ''));
        const { name, text, says } = work(told.join('\n'));
        const artifact = {
          artifactId: name,
          name,
          description: '',
          parts: [textPart(text)],
          metadata: undefined,
          extensions: [],
        };
        bus.publish(
          AgentEvent.artifactUpdate({ ...at, artifact, append: false, lastChunk: true, metadata: undefined }),
        );
        tell(TaskState.TASK_STATE_COMPLETED, says);
      } catch (error) {
        tell(TaskState.TASK_STATE_FAILED, String(error));
      }
    },
    async cancelTask() {
      // The work takes no time, so there is never anything to take back.
    },
  };
}
