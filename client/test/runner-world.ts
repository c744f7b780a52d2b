import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, type RunRecord, connect } from '../src/index.ts';

/** A server, runners and their commands as a user has them: each a process of its own. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type Runner = {
  pid: number;
  /** What it has written so far. */
  said(): string;
  /** Sends a signal, if one is given, and waits for the end; gives the exit code, or the signal. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
};

export type RunnerWorld = {
  folder: string;
  /** Where runners keep what they need: empty when none runs. */
  temp: string;
  url: string;
  operator: Client;
  /** Work that is ready, with one criterion unless stated. */
  ready(title: string, over?: Record<string, unknown>): Promise<{ id: string; key: string }>;
  /** An agent of the operator's; each test has one of its own. */
  agent(name: string): Promise<{ id: string }>;
  /** A shell script with this body; gives its path. */
  script(name: string, body: string): Promise<string>;
  runner(args: readonly string[], env?: Record<string, string>): Runner;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** The attempts at an item, the last first. */
  runs(item: string): Promise<RunRecord[]>;
  end(): Promise<void>;
};

export async function startRunnerWorld(): Promise<RunnerWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'coact-runner-test-'));
  // As root the database runs as another account, which has to pass here.
  await chmod(folder, 0o711);
  const temp = await mkdtemp(join(folder, 'tmp-'));
  const port = await freePort();
  const dataDir = join(folder, 'data');
  const live = new Set<ChildProcess>();
  let server: ChildProcess;

  const track = (child: ChildProcess) => {
    live.add(child);
    child.once('exit', () => live.delete(child));
    return child;
  };
  async function startServer(): Promise<void> {
    const env = { ...process.env, COACT_DATA_DIR: dataDir, COACT_PORT: String(port), COACT_LOG_LEVEL: 'error' };
    server = track(
      spawn(process.execPath, [at('../../server/src/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    assert(server.stdout);
    for await (const chunk of server.stdout) if (String(chunk).includes('Coact is at')) break;
  }
  async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
  await startServer();
  const { url, token }: { url: string; token: string } = JSON.parse(
    await readFile(join(dataDir, 'operator.json'), 'utf8'),
  );
  const operator = connect({ url, token });
  return {
    folder,
    temp,
    url,
    operator,
    startServer,
    stopServer: () => stop(server),
    async ready(title, over = {}) {
      const contract = { title, outcome: `${title}: done.`, criteria: [{ text: 'It shows' }], priority: 1, ...over };
      const { id } = await operator.item.create(contract);
      return operator.item.commit({ id });
    },
    agent: (name) => operator.participant.create({ kind: 'agent', name, skills: [name] }),
    async script(name, body) {
      const file = join(folder, name);
      await writeFile(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
      return file;
    },
    runner(args, env = {}) {
      const { COACT_URL: _, COACT_TOKEN: __, ...own } = process.env;
      const all = { ...own, COACT_DATA_DIR: dataDir, TMPDIR: temp, SECRET_OF_OURS: 'never', ...env };
      const child = track(
        spawn(process.execPath, [at('../src/cli/main.ts'), 'runner', ...args], {
          env: all,
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      );
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
      return {
        pid: child.pid ?? 0,
        said: () => said,
        async end(signal) {
          if (signal) child.kill(signal);
          const [code, by] = await ended;
          return by ?? code ?? 0;
        },
      };
    },
    async runs(item) {
      return (await operator.run.list({ item })).items;
    },
    async end() {
      for (const child of live) if (child !== server) await stop(child, 'SIGKILL');
      await stop(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something holds, and gives it; says what did not come. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found> | Found,
  seconds = 20,
): Promise<NonNullable<Found>> {
  for (const end = Date.now() + seconds * 1_000; ; await sleep(100)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It did not come: ${what}`);
  }
}

/** Whether a process runs, and is no zombie that nobody has noticed yet. */
export async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert(address && typeof address === 'object');
  server.close();
  await once(server, 'close');
  return address.port;
}
