import type { StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { spawnAs } from './run-as.ts';
import { shutdownSteps, startWatchdog } from './watchdog.ts';

export type Postmaster = {
  pid: number;
  lives(): boolean;
  /** Settles with how it ended (a signal or an exit code) and its last words, when nothing of it and its watchdog is left. */
  ended: Promise<{ how: string; words: string }>;
  /** Fast shutdown: sessions are cut off and everything is written. Settles when it is gone. */
  stop(): Promise<void>;
};

/** Spawns postgres with a watchdog that ends it when we die. It is not ready for connections yet. */
export async function startPostmaster({
  account,
  command,
  label,
}: {
  account: Account;
  command: readonly [string, ...string[]];
  label: string;
}): Promise<Postmaster> {
  const watchdog = await startWatchdog({ account, label });
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe'];
  let pid = 0;
  const started = (child: number): void => watchdog.watch((pid = child));
  const child = await spawnAs(account, command, { stdio, started }).catch(async (error: unknown) => {
    await watchdog.dismiss();
    throw error;
  });

  let words = '';
  // Only until its log collector runs; from then on it writes to the log files.
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-8192)));
  const closed = once(child, 'close');
  const ended = (async () => {
    const how = await new Promise<string>((resolve) =>
      child.once('exit', (code, name) => resolve(name ?? `exit code ${code}`)),
    );
    // The log collector keeps our pipe open as long as any process of PostgreSQL lives, which after a SIGKILL may be long.
    await Promise.race([closed, sleep(200, undefined, { ref: false })]);
    child.stderr?.destroy();
    await watchdog.dismiss();
    return { how, words };
  })();
  return {
    pid,
    lives: () => child.exitCode === null && child.signalCode === null,
    ended,
    async stop() {
      // Not process.kill: once the child has ended, its pid may be another's, and this knows.
      child.kill('SIGINT');
      const timers = [
        setTimeout(() => child.kill('SIGQUIT'), shutdownSteps.immediate),
        setTimeout(() => child.kill('SIGKILL'), shutdownSteps.kill),
      ];
      await ended;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
