import type { Command } from 'commander';
import { CliError } from './cli-error.ts';
import type { CliContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { type Column, printTable } from './table.ts';

type ExitCode = { code: number; meaning: string };

/** `coact help`, `coact help item create`, `coact help exit-codes`. */
export function addHelp(program: Command, { terminal }: CliContext): void {
  program.addHelpText('after', '\n`coact help exit-codes` lists what the exit codes mean.');
  program
    .command('help [command...]')
    .summary('How to use a command; `exit-codes` for what the exit codes mean.')
    .action((words: string[]) => {
      if (words.join(' ') !== 'exit-codes') return findCommand(program, words).outputHelp();
      const columns: Column<ExitCode>[] = [
        { title: 'Code', align: 'right', value: ({ code }) => String(code) },
        { title: 'Meaning', flex: true, value: ({ meaning }) => meaning },
      ];
      printTable(terminal, columns, Object.values(exitCodes));
    });
}

function findCommand(program: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => {
    const found = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (found) return found;
    throw new CliError(`There is no command "${words.join(' ')}".`, {
      exit: 'usage',
      hint: '`coact help` lists all commands.',
    });
  }, program);
}
