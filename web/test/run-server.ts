import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export type RunningServer = {
  /** What it has printed so far. */
  said: () => string;
  end: () => Promise<void>;
};

/** Starts a server with a database of its own, on a free port; settles when it prints what `until` looks for. */
export async function runServer(folder: string, env: Record<string, string>, until: RegExp): Promise<RunningServer> {
  const { DATABASE_URL: _, ...outer } = process.env;
  const settings = { COACT_DATA_DIR: folder, COACT_PORT: '0', COACT_LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: { ...outer, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (until.test(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { said: () => said, end: () => endProcess(child) };
}

/** Ends a process as its own shutdown does, and waits for it. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
