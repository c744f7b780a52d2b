import type { Command } from 'commander';
import type { CliContext } from './context.ts';

/** `coact open`: prints the web app's address, for a person to follow or a script to use. */
export function addOpen(program: Command, { terminal, place }: CliContext): void {
  program
    .command('open')
    .summary("Print the web app's address.")
    .description("Print the web app's address.")
    .action(async () => terminal.out(`${(await place()).url}\n`));
}
