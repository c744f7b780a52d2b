import { parseArgs } from 'node:util';
import { type WorkloadName, workloadNames } from './workloads.ts';

export type Options = {
  /** Sizes of the backlog, ascending. */
  items: number[];
  clients: number[];
  only: WorkloadName[];
  feed: boolean;
  starts: boolean;
  readers: number;
  rounds: number;
  /** Milliseconds of each round. */
  roundMs: number;
  json: string | null;
  markdown: string | null;
  /** Where the text of the CPU profile goes. */
  profile: string | null;
  /** As it was called, for the record. */
  command: string;
};

export const usage = `npm run bench -- [options]
  --quick            short rounds, 10k items, 1 and 16 clients, no feed, no starts
  --items N          size of the backlog; several are given with commas (10000,100000)
  --clients N        how many at once; several are given with commas (1,16,64)
  --only NAMES       of ${workloadNames.join(', ')}, feed, starts
  --readers N        readers of the feed (200)
  --json FILE        the figures as JSON
  --markdown FILE    the tables as Markdown
  --profile FILE     a summary of the server's CPU profile`;

const extras = ['feed', 'starts'] as const;

/** Reads the command line; throws an error that says what is wrong with it. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      items: { type: 'string' },
      clients: { type: 'string' },
      only: { type: 'string' },
      readers: { type: 'string', default: '200' },
      json: { type: 'string' },
      markdown: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const { quick } = values;
  const named = values.only?.split(',') ?? [...workloadNames, ...(quick ? [] : extras)];
  const unknown = named.find((name) => ![...workloadNames, ...extras].some((one) => one === name));
  if (unknown !== undefined) throw new Error(`--only does not know ${unknown}.\n${usage}`);
  return {
    items: numbers('items', values.items ?? (quick ? '10000' : '10000,100000')),
    clients: numbers('clients', values.clients ?? (quick ? '1,16' : '1,16,64')),
    only: workloadNames.filter((name) => named.includes(name)),
    feed: named.includes('feed'),
    starts: named.includes('starts'),
    readers: numbers('readers', values.readers)[0] ?? 200,
    rounds: 4,
    roundMs: quick ? 700 : 1_200,
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    profile: values.profile ?? null,
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  };
}

function numbers(name: string, text: string): number[] {
  const all = text.split(',').map(Number);
  if (all.some((one) => !Number.isInteger(one) || one < 1))
    throw new Error(`--${name} wants whole numbers from 1 on, as in 16 or 1,16.`);
  return all.sort((a, b) => a - b);
}
