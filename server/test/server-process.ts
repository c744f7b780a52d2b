import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '../src/main.ts');

export type ServerProcess = {
  url: string;
  pid: number;
  /** The operator's token of this start. */
  token: string;
  /** What it wrote to standard error so far. */
  errors(): string;
  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
};

/** Starts the real server as a process of its own, on any free port; settles when it says where it is. */
export async function startServerProcess(dataDir: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PATH, NODE_COMPILE_CACHE, COACT_DATA_DIR: dataDir, COACT_PORT: '0', COACT_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0));
  });
  const url = await Promise.race([
    announced(child),
    ended.then((how) => Promise.reject(new Error(`The server ended (${how}): ${errors}`))),
  ]);
  const { token } = JSON.parse(await readFile(join(dataDir, 'operator.json'), 'utf8')) as { token: string };
  return {
    url,
    pid: child.pid ?? 0,
    token,
    errors: () => errors,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

async function announced({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface(stdout)) {
    const [, url] = /^Coact is at (\S+)/.exec(line) ?? [];
    if (url) {
      stdout.resume();
      return url;
    }
  }
  return new Promise(() => undefined);
}
