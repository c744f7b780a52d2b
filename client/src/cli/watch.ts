import { type Command, InvalidArgumentError } from 'commander';
import type { CliContext } from './context.ts';
import { eventInWords } from './event-words.ts';
import { loadNames, noNames } from './names.ts';
import { paint } from './terminal.ts';

type Given = { item?: string; team?: string; participant?: string; after?: number; json?: true };

/** `coact watch`: what happens, as it happens, in words; or as lines of JSON. */
export function addWatch(program: Command, context: CliContext): void {
  program
    .command('watch')
    .summary('Follow what happens, in words.')
    .description('Follow what happens, in words, until Ctrl-C. A lost connection is taken up where it was.')
    .option('--item <item>', 'Only what happens to an item: its id, or a key such as OPS-12.')
    .option('--team <team>', "Only a team's work.")
    .option('--participant <participant>', 'Only what a participant does.')
    .option(
      '--after <position>',
      'Begin after this place in the ledger; 0 is the very beginning. From now on unless stated.',
      position,
    )
    .option('--json', 'A line of JSON for each event.')
    .action((given: Given) => watch(context, given));
}

async function watch(context: CliContext, { json, after, ...filter }: Given): Promise<void> {
  const { terminal, signal } = context;
  const client = await context.client();
  // Asked once more whenever somebody new acts: whoever came later has a name, too.
  let names = noNames;
  const known = new Set<string>();
  let away = false;
  const say = (text: string) => terminal.err(`${paint(terminal, 'dim', text)}\n`);
  const feed = client.events({
    ...filter,
    ...(after !== undefined && { after }),
    signal,
    onConnect: () => say(away ? 'The connection is back.' : `Following ${client.url}; Ctrl-C ends it.`),
    onDisconnect: () => {
      if (!away) say('The connection is lost; trying again.');
      away = true;
    },
  });
  for await (const event of feed) {
    away = false;
    if (json) {
      terminal.out(`${JSON.stringify(event)}\n`);
      continue;
    }
    if (!known.has(event.actor.id)) names = await loadNames(client, event);
    known.add(event.actor.id);
    terminal.out(`${paint(terminal, 'dim', clock(event.at))}  ${eventInWords(event, names)}\n`);
  }
}

function position(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is no position: a whole number from 0 on.');
}

const clock = (at: string) => new Date(at).toLocaleTimeString('en-GB');
