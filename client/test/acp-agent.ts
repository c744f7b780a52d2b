/**
 * An agent that speaks the Agent Client Protocol on its standard streams, made with the official SDK: it plans, reads, asks for
 * permission to write, and says how it went. What it does follows from its argument.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { type AgentContext, PROTOCOL_VERSION, agent, methods, ndJsonStream } from '@agentclientprotocol/sdk';

const [log = '', mode = 'write'] = process.argv.slice(2);
const sessions = new Map<string, { folder: string; turns: number; cancelled: boolean }>();
const note = (line: string) => appendFileSync(log, `${line}\n`);

agent({ name: 'test-agent' })
  .onRequest(methods.agent.initialize, () => ({
    protocolVersion: PROTOCOL_VERSION,
    agentCapabilities: { mcpCapabilities: { http: true } },
  }))
  .onRequest(methods.agent.session.new, ({ params }) => {
    const [server] = params.mcpServers;
    note(`tools at ${server && 'url' in server ? server.url : 'nowhere'}`);
    sessions.set('s1', { folder: params.cwd, turns: 0, cancelled: false });
    return { sessionId: 's1' };
  })
  .onNotification(methods.agent.session.cancel, ({ params }) => {
    note('cancelled');
    const session = sessions.get(params.sessionId);
    if (session) session.cancelled = true;
  })
  .onRequest(methods.agent.session.prompt, async ({ params, client }) => {
    const session = sessions.get(params.sessionId);
    if (!session) throw new Error('no such session');
    session.turns += 1;
    session.cancelled = false;
    const [block] = params.prompt;
    note(`prompt ${session.turns}: ${block?.type === 'text' ? block.text.replaceAll(/\s+/g, ' ') : ''}`);
    return takeTurn(client, params.sessionId, session);
  })
  .connect(ndJsonStream(Writable.toWeb(process.stdout), Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>));

type Session = { folder: string; turns: number; cancelled: boolean };

async function takeTurn(client: AgentContext, sessionId: string, session: Session) {
  const update = (value: object) => client.notify(methods.client.session.update, { sessionId, update: value as never });
  const entry = (content: string, status: string) => ({ content, priority: 'medium', status });
  const steps = session.turns === 1 ? ['Look', 'Write'] : ['Look twice', 'Write'];
  await update({ sessionUpdate: 'plan', entries: steps.map((step) => entry(step, 'pending')) });
  await update({ sessionUpdate: 'tool_call', toolCallId: 't1', title: 'Reading the folder', kind: 'read' });
  if (mode === 'wait' && session.turns === 1) {
    while (!session.cancelled) await new Promise((resolve) => setTimeout(resolve, 50));
    return { stopReason: 'cancelled' as const };
  }
  if (mode === 'refuse') return { stopReason: 'refusal' as const };
  if (mode === 'write') {
    const { outcome } = await client.request(methods.client.session.requestPermission, {
      sessionId,
      toolCall: {
        toolCallId: 't2',
        title: 'Write result.txt',
        kind: 'edit',
        rawInput: { path: 'result.txt' },
        locations: [{ path: '/work/result.txt', line: 3 }],
      },
      options: [
        { optionId: 'always', name: 'Always', kind: 'allow_always' },
        { optionId: 'yes', name: 'Yes', kind: 'allow_once' },
        { optionId: 'no', name: 'No', kind: 'reject_once' },
      ],
    });
    note(`outcome: ${outcome.outcome === 'selected' ? outcome.optionId : outcome.outcome}`);
    if (outcome.outcome === 'selected' && outcome.optionId === 'yes')
      writeFileSync(join(session.folder, 'result.txt'), 'written\n');
  }
  await update({ sessionUpdate: 'plan', entries: steps.map((step) => entry(step, 'completed')) });
  await update({ sessionUpdate: 'usage_update', used: 100, size: 1000, cost: { amount: 0.25, currency: 'USD' } });
  await update({ sessionUpdate: 'agent_message_chunk', content: { type: 'text', text: 'I wrote ' } });
  await update({ sessionUpdate: 'agent_message_chunk', content: { type: 'text', text: 'the result.' } });
  return { stopReason: 'end_turn' as const };
}
