import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { endProcesses } from './end-processes.ts';
import type { Watchdog } from './watchdog.ts';

/** How a command ended: its exit code, or the signal that ended it. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** Settles when neither the command nor anything that it started is left, and all output is here. */
  ended: Promise<Ended>;
  /** Ends the command and all that it started: asks, and after the grace does not ask. */
  end(): void;
};

// Nothing runs before the watchdog knows of it: a runner that dies in between leaves only this shell, which then ends.
const gate = 'read -r _ <&3 || exit 125; exec 3<&-; exec "$@"';

export type Starting = {
  command: readonly string[];
  folder: string;
  env: Record<string, string>;
  run: string;
  grace: number;
  watchdog: Watchdog;
};

/** Starts a command as the leader of a process group of its own, under the watchdog. */
export async function startChild({ command, folder, env, run, grace, watchdog }: Starting): Promise<Child> {
  const child = spawn('/bin/sh', ['-c', gate, 'coact-run', ...command], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const exited = once(child, 'exit');
  // Told by the awaits below; a rejection that comes while nobody waits yet must not end the runner.
  closed.catch(() => {});
  exited.catch(() => {});
  await once(child, 'spawn');
  const processes = { group: child.pid ?? 0, run };
  child.stdin.on('error', () => {});
  await watchdog.watch({ ...processes });
  const go = child.stdio[3] as Writable;
  go.on('error', () => {});
  go.end('go\n');

  const ended = (async (): Promise<Ended> => {
    const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
    // What it left running in the background has no work any longer.
    await endProcesses(processes, Math.min(grace, 1_000));
    await closed;
    watchdog.forget(processes);
    return { code, signal };
  })();
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    end: () => void endProcesses(processes, grace),
  };
}
