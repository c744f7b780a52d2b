/**
 * An agent that Coact, or anybody else, gives work to over A2A: the protocol's own SDK on Node's own HTTP server.
 *
 *   node examples/a2a-agent.ts [port]
 *   coact participant set-remote AGENT --url http://127.0.0.1:4190/.well-known/agent-card.json
 *
 * It writes a few lines about what it was given. Work that says "ask me" makes it ask first; replace `work` by your own.
 */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { AgentCard, type Message, Role, SSE_HEADERS, type Task, TaskState, formatSSEEvent } from '@a2a-js/sdk';
import {
  AgentEvent,
  type AgentExecutor,
  DefaultRequestHandler,
  InMemoryTaskStore,
  JsonRpcTransportHandler,
  ServerCallContext,
} from '@a2a-js/sdk/server';

const port = Number(process.argv[2] ?? 4190);
const { AGENT_TOKEN: token } = process.env;

const card = AgentCard.fromJSON({
  name: 'Writer',
  description: 'Writes a few lines about what it is given.',
  version: '1.0.0',
  supportedInterfaces: [{ url: `http://127.0.0.1:${port}/a2a`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
  capabilities: { streaming: true, pushNotifications: false },
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [{ id: 'write', name: 'Write', description: 'Writes a page.', tags: ['writing'] }],
});

/** What the agent can do: lines for what it was told, or a question that it needs answered first. */
function work(told: readonly string[]): { text: string } | { question: string } {
  const [first = '', answer] = told;
  if (/ask me/i.test(first) && answer === undefined) return { question: 'Which colour shall it have?' };
  if (/fail please/i.test(first)) throw new Error('I do not know how.');
  return { text: [`# About ${first.length} characters`, ...(answer ? [`It is ${answer}`] : [])].join('\n') };
}

const textOf = ({ parts }: Message) =>
  parts.map(({ content }) => (content?.$case === 'text' ? content.value : '')).join('\n');
const part = (text: string) => ({
  content: { $case: 'text' as const, value: text },
  metadata: undefined,
  filename: '',
  mediaType: 'text/plain',
});

const executor: AgentExecutor = {
  async execute({ taskId, contextId, userMessage, task }, bus) {
    const status = (state: TaskState, text: string) => ({
      state,
      timestamp: new Date().toISOString(),
      message: {
        messageId: randomUUID(),
        taskId,
        contextId,
        role: Role.ROLE_AGENT,
        parts: [part(text)],
        metadata: undefined,
        extensions: [],
        referenceTaskIds: [],
      },
    });
    const tell = (state: TaskState, text: string) =>
      bus.publish(AgentEvent.statusUpdate({ taskId, contextId, status: status(state, text), metadata: undefined }));
    const begun: Task = task ?? {
      id: taskId,
      contextId,
      status: undefined,
      artifacts: [],
      history: [userMessage],
      metadata: {},
    };
    bus.publish(AgentEvent.task({ ...begun, status: status(TaskState.TASK_STATE_WORKING, 'Writing') }));
    try {
      const told = [...begun.history, userMessage].filter(
        ({ role, messageId }, i, all) =>
          role === Role.ROLE_USER && all.findIndex((one) => one.messageId === messageId) === i,
      );
      const made = work(told.map(textOf));
      await new Promise((resolve) => setTimeout(resolve, Number(process.env['AGENT_PAUSE_MS'] ?? 100)));
      if ('question' in made) return tell(TaskState.TASK_STATE_INPUT_REQUIRED, made.question);
      const artifact = { artifactId: 'page', name: 'page.md', description: '', parts: [part(made.text)] };
      const whole = { artifact: { ...artifact, metadata: undefined, extensions: [] }, append: false, lastChunk: true };
      bus.publish(AgentEvent.artifactUpdate({ taskId, contextId, ...whole, metadata: undefined }));
      return tell(TaskState.TASK_STATE_COMPLETED, 'The page is written.');
    } catch (error) {
      return tell(TaskState.TASK_STATE_FAILED, String(error));
    }
  },
  async cancelTask(taskId, bus) {
    const status = { state: TaskState.TASK_STATE_CANCELED, timestamp: new Date().toISOString(), message: undefined };
    bus.publish(AgentEvent.statusUpdate({ taskId, contextId: '', status, metadata: undefined }));
  },
};

const rpc = new JsonRpcTransportHandler(new DefaultRequestHandler(card, new InMemoryTaskStore(), executor));

async function bodyOf(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

const answer = (outgoing: ServerResponse, status: number, body: unknown) =>
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> {
  if (incoming.url === '/.well-known/agent-card.json') return answer(outgoing, 200, AgentCard.toJSON(card));
  if (incoming.method !== 'POST' || incoming.url !== '/a2a') return answer(outgoing, 404, {});
  if (token && incoming.headers.authorization !== `Bearer ${token}`) return answer(outgoing, 401, {});
  const requestedVersion = String(incoming.headers['a2a-version'] ?? '0.3');
  const reply = await rpc.handle(await bodyOf(incoming), new ServerCallContext({ requestedVersion }));
  if (!(Symbol.asyncIterator in reply)) return answer(outgoing, 200, reply);
  outgoing.writeHead(200, SSE_HEADERS);
  for await (const event of reply) outgoing.write(formatSSEEvent(event));
  return outgoing.end();
}

createServer((incoming, outgoing) => {
  serve(incoming, outgoing).catch((error: unknown) => answer(outgoing, 500, { error: String(error) }));
}).listen(port, '127.0.0.1', () => console.log(`The agent is at http://127.0.0.1:${port}/.well-known/agent-card.json`));
