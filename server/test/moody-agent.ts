/**
 * An agent elsewhere as a process of its own, with streams, that misbehaves where its work says so. What it has begun stands in a
 * file, so that it goes on after it was killed. `GET /log` tells what it was asked for.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';

const [port, file = ''] = process.argv.slice(2);
const STEP_MS = Number(process.env['STEP_MS'] ?? 1_500);
/** "Step 1" to "Step 3", then the end. */
const STEPS = 3;

type Work = { id: string; message: string; text: string; begun: number; cancelled: boolean };
const works: Work[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Work[]) : [];
const log: { method: string; at: number; message?: string }[] = [];
const keep = () => writeFileSync(file, JSON.stringify(works));

const card = {
  name: 'Moody',
  description: 'Works in three steps.',
  version: '1',
  supportedInterfaces: [{ url: `http://127.0.0.1:${port}/`, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
  capabilities: { streaming: true },
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [{ id: 'step', name: 'Step', description: 'Takes steps.', tags: [] }],
};

const stepOf = ({ begun }: Work) => Math.floor((Date.now() - begun) / STEP_MS) + 1;
const artifact = { artifactId: 'page', name: 'page.md', parts: [{ text: 'The page.' }] };

function statusOf(work: Work, said = stepOf(work)) {
  const state = work.cancelled ? 'CANCELED' : said > STEPS ? 'COMPLETED' : 'WORKING';
  const text = said > STEPS ? 'All steps are taken.' : `Step ${said}`;
  return {
    state: `TASK_STATE_${state}`,
    message: { messageId: randomUUID(), role: 'ROLE_AGENT', parts: [{ text }], contextId: 'c', taskId: work.id },
  };
}

const taskOf = (work: Work) => ({
  id: work.id,
  contextId: 'c',
  status: statusOf(work),
  artifacts: stepOf(work) > STEPS && !work.cancelled ? [artifact] : [],
});

/** Tells each step as it is taken. */
async function stream(work: Work, outgoing: ServerResponse, rpc: unknown) {
  const send = (result: object) => outgoing.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id: rpc, result })}\n\n`);
  const status = (said?: number) =>
    send({ statusUpdate: { taskId: work.id, contextId: 'c', status: statusOf(work, said) } });
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  send({ task: taskOf(work) });
  let told = stepOf(work);
  const lies = /lie in the stream/i.test(work.text) ? told : 0;
  while (told <= STEPS && !work.cancelled && !outgoing.destroyed) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (stepOf(work) === told) continue;
    told = stepOf(work);
    if (told === 2 && lies === 1) status(STEPS + 1);
    else if (told <= STEPS) status();
    // In the middle of an event, as a connection that is cut.
    if (told === 2 && /break/i.test(work.text)) return void outgoing.write('data: {"jsonr', () => outgoing.destroy());
  }
  for (let times = /twice/i.test(work.text) ? 2 : 1; times > 0; times -= 1) {
    send({ artifactUpdate: { taskId: work.id, contextId: 'c', artifact } });
    status();
  }
  return void outgoing.end();
}

type Asked = {
  id: unknown;
  method: string;
  params: { id?: string; message?: { messageId: string; parts: { text: string }[] } };
};

function handle({ id: rpc, method, params }: Asked, outgoing: ServerResponse) {
  const answer = (body: object) =>
    outgoing
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ jsonrpc: '2.0', id: rpc, ...body }));
  const error = (code: number, message: string) => answer({ error: { code, message } });
  let work = works.find(({ id }) => id === params.id);
  if (params.message) {
    const { messageId, parts } = params.message;
    log.push({ method, at: Date.now(), message: messageId });
    work = works.find(({ message }) => message === messageId);
    const text = parts.map((part) => part.text).join('\n');
    if (!work) works.push((work = { id: randomUUID(), message: messageId, text, begun: Date.now(), cancelled: false }));
    keep();
  } else log.push({ method, at: Date.now() });
  if (!work) return error(-32001, 'Task not found');
  if (/say nothing/i.test(work.text)) return undefined;
  if (/^(SendStreamingMessage|SubscribeToTask)$/.test(method))
    return /no stream/i.test(work.text) ? error(-32004, 'Unsupported operation') : void stream(work, outgoing, rpc);
  if (method === 'CancelTask') {
    work.cancelled = true;
    keep();
  }
  return answer({ result: method === 'SendMessage' ? { task: taskOf(work) } : taskOf(work) });
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse) {
  if (incoming.url === '/log') return outgoing.end(JSON.stringify(log));
  if (incoming.method === 'GET')
    return outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(card));
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return handle(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked, outgoing);
}

createServer((incoming, outgoing) => void serve(incoming, outgoing)).listen(Number(port), '127.0.0.1', () =>
  console.log('here'),
);
