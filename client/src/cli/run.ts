import { type Command, CommanderError } from 'commander';
import { CoactError } from '../index.ts';
import { type CliContext, createContext } from './context.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { loadNames, type Names, noNames } from './names.ts';
import { printError } from './print-error.ts';
import { createProgram, isGroup } from './program.ts';
import { paint, processTerminal, type Terminal } from './terminal.ts';
import type { Env } from './find-server.ts';

export type RunOptions = {
  args: readonly string[];
  env: Env;
  terminal: Terminal;
  signal: AbortSignal;
  now?: () => number;
};

/** Runs one command line and answers with its exit code. Never throws. */
export async function run(options: RunOptions): Promise<number> {
  const { args, env, terminal, signal, now } = options;
  const context = createContext({ terminal, env, signal, ...(now && { now }) });
  const program = createProgram(context);
  try {
    await program.parseAsync(withCommand(program, args), { from: 'user' });
    return context.exit.code;
  } catch (error) {
    if (signal.aborted) return exitCodes.interrupted.code;
    if (error instanceof CommanderError) return endOfParsing(error, program, options);
    const json = args.includes('--json');
    printError(terminal, error, { json, now: context.now(), names: json ? noNames : await namesIn(error, context) });
    return exitCodeOf(error);
  }
}

/** `coact` alone, or with nothing but `--json`, says where things stand; a group alone says what it has. */
function withCommand(program: Command, args: readonly string[]): string[] {
  if (args.every((arg) => arg === '--json')) return ['status', ...args];
  const group = args.length === 1 && program.commands.find((command) => command.name() === args[0]);
  return group && isGroup(group) ? [...args, '--help'] : [...args];
}

/** A refusal names people by id: who holds the work, who may do it. Without an answer to that, ids will do. */
async function namesIn(error: unknown, context: CliContext): Promise<Names> {
  if (!(error instanceof CoactError) || error.status === 0 || error.status === 401) return noNames;
  return loadNames(await context.client(), error.problem).catch(() => noNames);
}

/** Commander ends by an exception after help as well, and has said what is wrong by itself. */
function endOfParsing({ exitCode }: CommanderError, program: Command, { terminal, args }: RunOptions): number {
  if (exitCode === 0) return exitCodes.ok.code;
  terminal.err(
    `  ${paint(terminal, 'dim', `\`${[...namedBy(program, args), '--help'].join(' ')}\` says how it is used.`)}\n`,
  );
  return exitCodes.usage.code;
}

/** The command that the words lead to, as far as they lead. */
function namedBy(program: Command, args: readonly string[]): string[] {
  const names = [program.name()];
  let command: Command | undefined = program;
  for (const word of args) {
    command = command.commands.find((one) => one.name() === word);
    if (!command) break;
    names.push(word);
  }
  return names;
}

/** Runs this process's command line. Ctrl-C ends what is going on; a pipe that nobody reads any more ends it in silence. */
export async function runProcess(): Promise<void> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  process.once('SIGTERM', () => interrupted.abort());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await run({
    args: process.argv.slice(2),
    env: process.env,
    terminal: processTerminal(),
    signal: interrupted.signal,
  });
}
