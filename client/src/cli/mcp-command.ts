import { type Command, Option } from 'commander';
import { bridgeMcp } from '../mcp-bridge/bridge.ts';
import type { CliContext } from './context.ts';
import { paint } from './terminal.ts';

const sets = ['worker', 'manager', 'monitor', 'all'];

/** `coact mcp`: for clients of the Model Context Protocol that run a command instead of calling an address. */
export function addMcp(program: Command, context: CliContext): void {
  program
    .command('mcp')
    .summary('Serve MCP over standard input and output.')
    .description(
      'Serve the Model Context Protocol over standard input and output, for clients that run a command. It passes messages to /mcp of the server that COACT_URL and COACT_TOKEN name.',
    )
    .addOption(
      new Option('--tools <set>', 'Which tools: worker, manager, monitor or all.').choices(sets).default('worker'),
    )
    .action(({ tools }: { tools: string }) => serve(context, tools));
}

async function serve({ place, terminal, signal }: CliContext, tools: string): Promise<void> {
  const { url, token } = await place();
  const address = new URL('/mcp', url);
  if (tools !== 'worker') address.searchParams.set('tools', tools);
  await bridgeMcp({
    url: address,
    token,
    input: process.stdin,
    write: (line) => terminal.out(`${line}\n`),
    complain: (problem) => terminal.err(`${paint(terminal, 'red', 'coact:')} ${problem}\n`),
    signal,
  });
}
