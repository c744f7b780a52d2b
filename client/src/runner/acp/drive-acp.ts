import { Readable, Writable } from 'node:stream';
import {
  type ClientContext,
  type McpServer,
  type PromptResponse,
  type StopReason,
  PROTOCOL_VERSION,
  client,
  methods,
  ndJsonStream,
} from '@agentclientprotocol/sdk';
import { version } from '../../cli/version.ts';
import type { Attempt } from '../attempt.ts';
import { deliveryOf } from '../delivery-of.ts';
import type { Result } from '../end-run.ts';
import { askPermission } from './ask-permission.ts';
import { hearUpdates } from './hear-updates.ts';
import { proposePlans } from './propose-plans.ts';
import { wordsOfSignals } from './words-of-signals.ts';

/** Drives an agent that speaks the Agent Client Protocol: the brief is its prompt, and what it hears later its next ones. */
export async function driveAcp(attempt: Attempt): Promise<Result> {
  const child = await attempt.start();
  child.stderr.on('data', (chunk: Buffer) => attempt.output.add(chunk.toString('utf8').trimEnd()));
  const plans = proposePlans(attempt);
  const updates = hearUpdates(attempt, plans);
  const stream = ndJsonStream(Writable.toWeb(child.stdin), Readable.toWeb(child.stdout) as ReadableStream<Uint8Array>);
  const connection = client({ name: 'coact' })
    .onRequest(methods.client.session.requestPermission, ({ params }) => askPermission(attempt, params))
    .onNotification(methods.client.session.update, ({ params }) => updates.hear(params.update))
    .connect(stream);
  try {
    const stop = await converse(attempt, connection.agent, updates, plans);
    return attempt.interrupted() ?? (await resultOf(attempt, stop, updates.lastWords()));
  } catch (error) {
    const reason = `The agent could not be driven: ${error instanceof Error ? error.message : String(error)}`;
    return (
      attempt.interrupted() ?? {
        kind: 'fail',
        reason: `${reason}\n${attempt.output.lastLine()}`.trim().slice(0, 2_000),
      }
    );
  } finally {
    await plans.close();
    connection.close();
    child.end();
    await child.ended;
  }
}

type Updates = ReturnType<typeof hearUpdates>;
type Plans = ReturnType<typeof proposePlans>;

/** Prompt after prompt until the agent is done and nothing is open that it asked; gives why the last turn ended. */
async function converse(attempt: Attempt, agent: ClientContext, updates: Updates, plans: Plans): Promise<StopReason> {
  const session = await openSession(attempt, agent);
  plans.onDeclined(() => void agent.notify(methods.agent.session.cancel, { sessionId: session }).catch(() => {}));
  let text = attempt.brief.markdown;
  for (;;) {
    updates.begin();
    const prompt = { sessionId: session, prompt: [{ type: 'text' as const, text }] };
    const { stopReason } = await untilEnding(attempt, agent.request(methods.agent.session.prompt, prompt), () =>
      agent.notify(methods.agent.session.cancel, { sessionId: session }),
    );
    if (attempt.interrupted()) return stopReason;
    const heard = await wordsToHear(attempt, plans);
    if (heard === null || (stopReason !== 'end_turn' && stopReason !== 'cancelled')) return stopReason;
    text = heard;
  }
}

async function openSession({ client: coact, token, workplace }: Attempt, agent: ClientContext): Promise<string> {
  const { agentCapabilities } = await agent.request(methods.agent.initialize, {
    protocolVersion: PROTOCOL_VERSION,
    clientCapabilities: { fs: { readTextFile: false, writeTextFile: false }, terminal: false },
    clientInfo: { name: 'coact', version },
  });
  const headers = [{ name: 'Authorization', value: `Bearer ${token}` }];
  const tools: McpServer = { type: 'http', name: 'coact', url: `${coact.url}/mcp`, headers };
  const { sessionId } = await agent.request(methods.agent.session.new, {
    cwd: workplace.folder,
    mcpServers: agentCapabilities?.mcpCapabilities?.http ? [tools] : [],
  });
  return sessionId;
}

/** A turn that has to end before it is done is cancelled, and then not waited for longer than the grace. */
async function untilEnding(
  { ending, settings }: Attempt,
  turn: Promise<PromptResponse>,
  cancel: () => Promise<void>,
): Promise<PromptResponse> {
  const cut = new Promise<PromptResponse>((resolve) => {
    const end = () => {
      void cancel().catch(() => {});
      setTimeout(() => resolve({ stopReason: 'cancelled' }), settings.grace).unref();
    };
    ending.addEventListener('abort', end, { once: true });
    if (ending.aborted) end();
  });
  return Promise.race([turn, cut]);
}

/** What the agent has to hear before it is done; waits while something that it asked stands open and blocks the work. */
async function wordsToHear(attempt: Attempt, plans: Plans): Promise<string | null> {
  const { client: coact, work, notes, settled, agent, alerts, ending, interrupted } = attempt;
  const item = work.claim.item.id;
  for (;;) {
    const words = [...plans.take(), ...wordsOfSignals(notes.take(), settled)];
    if (words.length > 0) return `${words.join('\n\n')}\n\nGo on with the work, or say that it is done.`;
    if (interrupted()) return null;
    const { items } = await coact.request.list({ item, state: 'open' });
    if (!items.some(({ from, blocking, run }) => blocking && from === agent && run === work.claim.run.id)) return null;
    await alerts.next(2_000, ending);
  }
}

async function resultOf(attempt: Attempt, stop: StopReason, said: string): Promise<Result> {
  if (stop === 'end_turn') return deliveryOf(attempt, said || 'The agent ended its turn without a word.');
  const why: Record<Exclude<StopReason, 'end_turn'>, string> = {
    max_tokens: 'The agent came to the end of its tokens',
    max_turn_requests: 'The agent asked its model as often as it may',
    refusal: 'The agent refused to go on',
    cancelled: 'The agent cancelled its turn',
  };
  return { kind: 'fail', reason: `${why[stop]}${said ? `: ${said}` : '.'}`.slice(0, 2_000) };
}
