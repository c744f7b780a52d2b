import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import type { Account } from '../account.ts';
import type { HostMessage } from './host.ts';

type Told<Event extends HostMessage['event']> = Extract<HostMessage, { event: Event }>;

export type Host = {
  pid: number;
  /** Waits for the next message of that kind; throws with all that was said when the process ends before. */
  next<Event extends HostMessage['event']>(event: Event): Promise<Told<Event>>;
  /** Everything that it logged so far, and what it wrote to standard error. */
  logged(): string;
  errors(): string;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

type Options = {
  dataDir: string;
  as?: Account;
  relaunch?: boolean;
  /** The node and the host.ts to run; ours unless given. */
  node?: string;
  host?: string;
  /** A program that runs node, such as unshare with its options. */
  through?: readonly string[];
};

/** Starts testing/host.ts as a process of its own process group, as a terminal would. */
export function startHost({ dataDir, as, relaunch, node, host, through = [] }: Options): Host {
  const words = [
    node ?? process.execPath,
    host ?? join(import.meta.dirname, 'host.ts'),
    dataDir,
    ...(relaunch ? ['relaunch'] : []),
  ];
  const [file = '', ...args] = [...through, ...words];
  const child = spawn(file, args, { detached: true, cwd: '/', ...(as && { uid: as.uid | 0, gid: as.gid | 0 }) });
  const said: HostMessage[] = [];
  const logs: string[] = [];
  let errors = '';
  let closed = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.once('close', () => (closed = true));
  createInterface(child.stdout).on('line', (line) => {
    const message: HostMessage = JSON.parse(line);
    if (message.event === 'log') logs.push(message.message);
    said.push(message);
  });

  async function next<Event extends HostMessage['event']>(event: Event): Promise<Told<Event>> {
    const is = (message: HostMessage): message is Told<Event> => message.event === event;
    for (;;) {
      const found = said.findIndex(is);
      const message = said.splice(0, found + 1).find(is);
      if (message) return message;
      if (event === 'refused' && said.some((message) => message.event === 'ready'))
        throw new Error('The host started.');
      if (closed) throw new Error(`The host ended without "${event}": ${JSON.stringify(said)} ${errors}`);
      await sleep(10);
    }
  }
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    next,
    logged: () => logs.join('\n'),
    errors: () => errors,
    async stop() {
      child.stdin.write('stop\n');
      await next('stopped');
      await over;
    },
    async kill(signal) {
      child.kill(signal);
      await over;
    },
  };
}

/** One statement over a connection of its own. */
export async function query<Row extends QueryResultRow>(
  connection: Told<'ready'>['connection'],
  sql: string,
): Promise<Row[]> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}
