import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Command, InvalidArgumentError } from 'commander';
import type { Place, RunnerSettings } from '../runner/settings.ts';
import { CliError } from './cli-error.ts';
import type { CliContext } from './context.ts';
import { paint, plain } from './terminal.ts';

type Given = {
  agent: string[];
  acp?: true;
  permit: string[];
  parallel: number;
  team?: string;
  lease: number;
  cwd?: string;
  worktree?: string;
  base: string;
  env: string[];
  limit?: number;
  grace: number;
  brief: string;
  once?: true;
};

const several = (value: string, before: string[]) => [...before, value];

/** `coact runner`: claims work for an agent and runs a command for each item. */
export function addRunner(program: Command, context: CliContext): void {
  program
    .command('runner <command...>')
    .usage('[options] -- <command...>')
    .summary('Claim work for agents, and run a command for each item.')
    .description(
      'Claim work for one agent or several and run a command for each item: the brief on its standard input, its lines as live activities, its exit code as the ending (0 delivers, 75 gives the work back, any other says that it could not be done). Ends with SIGTERM or Ctrl-C, and leaves nothing behind.',
    )
    .option(
      '--agent <name>',
      'Whose work: an agent by name or id; once for each. Whoever the token stands for, unless stated.',
      several,
      [],
    )
    .option('--parallel <number>', 'Runs at once, for each agent.', whole(1, 64), 1)
    .option('--team <key>', "Only this team's work.")
    .option('--acp', 'The command is an agent that speaks the Agent Client Protocol.')
    .option(
      '--permit <kind>',
      'With --acp: a kind of tool that needs no permission, such as read; once for each.',
      several,
      [],
    )
    .option('--cwd <dir>', 'Work in this directory; in a new one for each item, unless stated.')
    .option('--worktree <repository>', 'Work in a new git worktree of this repository for each item.')
    .option('--base <commit>', 'What such a worktree begins with.', 'HEAD')
    .option('--env <name>', 'A variable that the command may see, or NAME=value; once for each.', several, [])
    .option('--limit <time>', 'The longest that a run may take, such as 30m; any time unless stated.', duration)
    .option('--grace <time>', 'How long a command may take to end when it is asked to.', duration, 10_000)
    .option('--lease <time>', 'How long a claim lasts without a sign of life.', duration, 60_000)
    .option('--brief <format>', 'The brief on the standard input: markdown or json.', 'markdown')
    .option('--once', 'End when nothing is claimable.')
    .action((command: [string, ...string[]], given: Given) => runner(context, command, given));
}

async function runner(context: CliContext, command: [string, ...string[]], given: Given): Promise<void> {
  const { terminal, env, signal } = context;
  const settings = await toSettings(context, command, given);
  const [client, { token }] = [await context.client(), await context.place()];
  if (!token) throw new CliError('A runner needs a token.', { exit: 'notAllowed', hint: 'Set COACT_TOKEN.' });
  const clock = () => new Date(context.now()).toISOString().slice(11, 19);
  // Only now: what speaks to agents is a lot to read for a command line that does something else.
  const { runAgents } = await import('../runner/run-agents.ts');
  await runAgents({
    caller: { client, token },
    settings,
    env,
    signal,
    say: (text) => terminal.out(`${paint(terminal, 'dim', clock())}  ${plain(text).replaceAll(/\s+/g, ' ')}\n`),
  });
}

async function toSettings(
  { env }: CliContext,
  [name, ...args]: [string, ...string[]],
  given: Given,
): Promise<RunnerSettings> {
  if (process.platform === 'win32') throw wrong('`coact runner` needs Linux or macOS.', 'Run it there, or in WSL.');
  const { agent, permit, parallel, team, lease, limit, grace, brief, acp = false, once = false } = given;
  if (brief !== 'markdown' && brief !== 'json')
    throw wrong(`There is no brief as "${brief}".`, 'Say markdown or json.');
  return {
    agents: agent,
    command: [await findProgram(name, env['PATH'] ?? ''), ...args],
    acp,
    permit,
    parallel,
    team,
    lease: Math.max(5, Math.round(lease / 1_000)),
    place: await toPlace(given),
    environment: given.env,
    limit: limit ?? null,
    grace,
    brief,
    once,
    poll: 5_000,
  };
}

async function toPlace({ cwd, worktree, base }: Given): Promise<Place> {
  if (cwd !== undefined && worktree !== undefined)
    throw wrong('A run works in one place: --cwd or --worktree.', 'Leave one of them out.');
  if (cwd !== undefined) {
    const folder = resolve(cwd);
    if (!(await stat(folder).catch(() => null))?.isDirectory())
      throw wrong(`${folder} is no directory.`, 'Make it, or name another one.');
    return { kind: 'shared', folder };
  }
  if (worktree === undefined) return { kind: 'own' };
  const repository = resolve(worktree);
  await promisify(execFile)('git', ['-C', repository, 'rev-parse', '--verify', '--quiet', `${base}^{commit}`]).catch(
    () => {
      throw wrong(
        `${repository} is no git repository with a commit ${base}.`,
        'Name a repository, and with --base a commit of it.',
      );
    },
  );
  return { kind: 'worktree', repository, base };
}

/** Where a program is, so that work is not claimed for one that cannot start. A path is taken from here. */
async function findProgram(name: string, path: string): Promise<string> {
  const places = name.includes('/') ? [resolve(name)] : path.split(delimiter).map((folder) => join(folder, name));
  for (const place of places)
    if (
      await access(place, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return place;
  throw wrong(
    `There is no program ${name} to run.`,
    'Check its name, that it is installed, and that this account may run it.',
  );
}

const wrong = (message: string, hint: string) => new CliError(message, { exit: 'usage', hint });

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `90`, `90s`, `30m`, `2h` in milliseconds. */
function duration(text: string): number {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (amount !== undefined && Number(amount) > 0) return Number(amount) * (units[unit] ?? 1_000);
  throw new InvalidArgumentError('It is no time: a number of seconds, or such as 30m or 2h.');
}

const whole = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It is no whole number from ${least} to ${most}.`);
};
