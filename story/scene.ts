import { fileURLToPath } from 'node:url';
import { type Client, type Participant, connect } from 'coact';
import { fact } from './not-as-told.ts';
import type { Narrator } from './narrator.ts';
import type { Processes, Started } from './processes.ts';

/** Where the story plays, and who serves it. */
export type Scene = {
  narrator: Narrator;
  processes: Processes;
  /** A folder that is removed when the story ends. */
  folder: string;
  /** The program of the agent that checks documents. */
  checker: string;
  /** What the owner says to the first delivery. */
  firstVerdicts: FirstVerdicts;
};

export type FirstVerdicts = (
  criteria: readonly { id: string; text: string }[],
) => { criterion: string; verdict: 'pass' | 'fail'; reason?: string }[];

/** Somebody with a way in. */
export type Person = { participant: Participant; client: Client; token: string };
export type People = { url: string; ana: Person; ben: Person };

export const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Calls that get no answer are tried again for five seconds only: a story is short. */
export const connectAs = (url: string, token?: string): Client => connect({ url, token, retryFor: 5_000 });

/** Starts an agent's program; what it says is told as it is listened to. */
export function startAgent(
  { processes, narrator }: Scene,
  agent: Person & { url: string },
  args: readonly string[],
  env: Record<string, string> = {},
): Started {
  const { name } = agent.participant;
  return processes.start({
    name,
    args,
    env: { COACT_URL: agent.url, COACT_TOKEN: agent.token, ...env },
    heard: (line) => narrator.quote(name, line),
  });
}

/** The command line as somebody runs it, on a machine that knows nothing else of the server. */
export const coactProgram = pathOf('../client/src/cli/main.ts');

/** Runs the command line as Ana; gives what it printed. */
export async function runCoact(
  { processes, folder }: Scene,
  { url, ana }: People,
  args: readonly string[],
): Promise<string> {
  const run = processes.start({
    name: `coact ${args.slice(0, 2).join(' ')}`,
    args: [coactProgram, ...args],
    env: { COACT_URL: url, COACT_TOKEN: ana.token, HOME: folder },
  });
  const code = await run.ended(60);
  fact(`\`${run.name}\` ends with 0`, code === 0, run.output().slice(0, 500));
  return run.output();
}
