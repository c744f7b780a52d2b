import { Command } from 'commander';
import { operationNames } from '../call-operation.ts';
import { areas } from './areas.ts';
import { addCompletion } from './completion.ts';
import { addConnect } from './connect-command.ts';
import type { CliContext } from './context.ts';
import { addDoctor } from './doctor.ts';
import { addHelp } from './help.ts';
import { addImport } from './import-command.ts';
import { addLedger } from './ledger-command.ts';
import { addMcp } from './mcp-command.ts';
import { addOpen } from './open.ts';
import { addOperation } from './operation-command.ts';
import { kebab } from './options.ts';
import { printOverview } from './overview.ts';
import { addRunner } from './runner-command.ts';
import { paint } from './terminal.ts';
import { version } from './version.ts';
import { addWatch } from './watch.ts';

/** All commands: one for each operation, grouped by what they are about, and the few that are more than one call. */
export function createProgram(context: CliContext): Command {
  const { terminal } = context;
  const program = new Command('coact')
    .description('Where things stand, and every operation of a Coact server.')
    .version(version, '--version', 'The version of this program.')
    .helpCommand(false)
    .helpOption('-h, --help', 'How to use this.')
    // The words say which choices there are; commander would say so once more.
    .configureHelp({ optionDescription: ({ description }) => description })
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(`${paint(terminal, 'red', 'coact:')} ${sentence(text)}`),
      getOutHelpWidth: () => Math.min(terminal.width, 120),
      getErrHelpWidth: () => Math.min(terminal.width, 120),
      getOutHasColors: () => terminal.colour,
    });
  addStatus(program, context);
  addOperations(program, context);
  addImport(group(program, 'import'), context);
  addLedger(group(program, 'ledger'), context);
  for (const add of [addWatch, addMcp, addRunner, addConnect, addOpen, addDoctor, addCompletion, addHelp])
    add(program, context);
  return program;
}

/** Stands for `coact` alone (run.ts), so that a misspelt command is not taken for its argument. */
function addStatus(program: Command, context: CliContext): void {
  program
    .command('status')
    .summary('Where things stand: also `coact` alone.')
    .description('Where things stand: what needs you, and what is being worked on. `coact` alone says the same.')
    .option('--json', 'Answer in JSON.')
    .action(async ({ json }: { json?: true }) => printOverview(context, { json: json ?? false }));
}

function addOperations(program: Command, context: CliContext): void {
  const grouped = Map.groupBy(operationNames, (name) => name.split('.')[0] ?? '');
  const order = Object.keys(areas);
  const place = (area: string) => (order.includes(area) ? order.indexOf(area) : order.length);
  for (const [area, own] of [...grouped].toSorted(([left], [right]) => place(left) - place(right))) {
    const parent = group(program, area);
    for (const name of own) {
      const verb = kebab(name.slice(area.length + 1));
      addOperation(parent.command(verb, { isDefault: own.length === 1 && isAsked(verb) }), name, context);
    }
  }
}

/** An area with nothing but one question answers it without its verb: `coact inbox`, `coact search certificate`. */
const isAsked = (verb: string) => ['get', 'list', 'query'].includes(verb);

/** Whether a command alone has nothing to do but to say what there is. */
export const isGroup = ({ commands: [first, ...others] }: Command): boolean =>
  first !== undefined && (others.length > 0 || !isAsked(first.name()));

/** Commander's messages begin with "error: " and end with suggestions in brackets. */
const sentence = (text: string) =>
  text
    .replace(/^error: (\w)/, (_, letter: string) => letter.toUpperCase())
    .replace(/^(.*[^.?!)\n])\n/, '$1.\n')
    .replace(/\n\(/, '\n  (');

/** The group of commands of an area; alone it says what there is. */
function group(program: Command, area: string): Command {
  const there = program.commands.find((command) => command.name() === kebab(area));
  if (there) return there;
  const made = program.command(kebab(area)).helpCommand(false);
  const about = areas[area];
  if (about) made.summary(about).description(about);
  return made;
}
