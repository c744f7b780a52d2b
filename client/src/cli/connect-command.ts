import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Argument, type Command, Option } from 'commander';
import { type Client, CoactError, paged, type Participant } from '../index.ts';
import { type McpClient, mcpClients, mcpSetting } from '../mcp-settings.ts';
import { environmentOf, snippetOf } from '../snippets.ts';
import type { CliContext } from './context.ts';
import { paint } from './terminal.ts';

const wayTitles = {
  curl: 'Then by HTTP',
  command: 'Or by the command line, in this checkout',
  runner: 'Or by the runner',
} as const;

type Given = { client?: McpClient; skills?: string[]; wait: boolean; json?: true };

/** `coact connect builder`: an agent, a token for it, the settings to paste, and the word that its first call has arrived. */
export function addConnect(program: Command, context: CliContext): void {
  program
    .command('connect')
    .summary('Connect an agent: its token, settings to paste, and when it first called.')
    .description(
      'Connect an agent. One that is not there yet is made, with you as its sponsor. Prints what to paste into the usual MCP clients, with a token that is shown once, and waits until the agent has called.',
    )
    .addArgument(new Argument('<agent>', 'Its name.'))
    .addOption(
      new Option('--client <client>', `Only the settings of this one: ${mcpClients.join(', ')}.`).choices(mcpClients),
    )
    .option('--skills <skill...>', 'What a new agent is able to do.')
    .option('--no-wait', 'Do not wait for its first call.')
    .option('--json', 'Answer in JSON, without waiting.')
    .action((name: string, given: Given) => connectAgent(context, name, given));
}

async function connectAgent(context: CliContext, name: string, given: Given): Promise<void> {
  const { terminal, signal } = context;
  const client = await context.client();
  const agent = await findOrMake(client, name, given.skills);
  const { id, token } = await client.token.create({ id: agent.id, name: `connected from ${hostname()}` });
  const reach = { url: client.url, token };
  const settings = (given.client ? [given.client] : mcpClients).map((one) => mcpSetting(one, reach));
  if (given.json) return terminal.out(`${JSON.stringify({ agent: agent.id, ...reach, settings }, null, 2)}\n`);
  const title = (text: string) => terminal.out(`\n${paint(terminal, 'bold', text)}\n`);
  for (const { client: product, where, text } of settings) {
    title(`${product}, in ${where}`);
    terminal.out(text);
  }
  if (!given.client) {
    const isWorkReady = await hasWork(client, agent);
    title('Anything that runs commands or calls HTTP: in its shell');
    terminal.out(environmentOf(reach));
    for (const way of ['curl', 'command', 'runner'] as const) {
      title(wayTitles[way]);
      const { first, after } = snippetOf(way, { agent: agent.name, isWorkReady });
      terminal.out(way === 'runner' ? after : first);
    }
  }
  terminal.out(`\n${agent.name}'s token is not shown again. Whoever has it acts as ${agent.name}.\n`);
  if (!given.wait) return;
  terminal.out(`Waiting for the first call of ${agent.name}; Ctrl-C ends that.\n`);
  await firstCall(client, { agent: agent.id, token: id, signal });
  terminal.out(`${paint(terminal, 'green', 'It has called.')} ${agent.name} is connected.\n`);
}

/** Whether there is something that the agent could claim now: else its first lines write a draft. */
async function hasWork(client: Client, { id, skills: own }: Participant): Promise<boolean> {
  const { items } = await client.item.list({ claimable: true, limit: 200 });
  return items.some(
    ({ assignee, skills }) => (assignee === null || assignee === id) && skills.every((one) => own.includes(one)),
  );
}

async function findOrMake(client: Client, name: string, skills: string[] | undefined): Promise<Participant> {
  try {
    return await client.participant.get({ id: name });
  } catch (error) {
    if (!(error instanceof CoactError) || error.code !== 'not_found') throw error;
    return client.participant.create({ kind: 'agent', name, ...(skills && { skills }) });
  }
}

type Call = { agent: string; token: string; signal: AbortSignal };

/** Looks at when the token was last used: a call that only reads leaves nothing else to see. */
async function firstCall(client: Client, { agent, token, signal }: Call): Promise<void> {
  for (;;) {
    for await (const one of paged(client.token.list, { id: agent }))
      if (one.id === token && one.lastUsedAt !== null) return;
    await sleep(1_000, undefined, { signal });
  }
}
