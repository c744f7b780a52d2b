import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { spawnAs } from './run-as.ts';

/** After how many milliseconds a fast shutdown becomes an immediate one, and that a kill. */
export const shutdownSteps = { immediate: 5000, kill: 8000 };

// Standard input is a pipe whose other end only the server holds. Its first line is whom to watch, its second that all is
// over; an end of file instead says that the server is gone, however it went.
const script = `
read -r pid || exit 0
read -r _ && exit 0
kill -INT "$pid" 2>/dev/null
tenths=0
while kill -0 "$pid" 2>/dev/null; do
  [ $tenths -eq ${shutdownSteps.immediate / 100} ] && kill -QUIT "$pid"
  [ $tenths -ge ${shutdownSteps.kill / 100} ] && kill -KILL "$pid" && exit 0
  # Ended, but not yet reaped: the first process of many a container never does that.
  { read -r _ _ state _ <"/proc/$pid/stat"; } 2>/dev/null && [ "$state" = Z ] && exit 0
  sleep 0.1
  tenths=$((tenths + 1))
done
`;

export type Watchdog = {
  /** From now on the process ends (SIGINT, then SIGQUIT, then SIGKILL) when this one does. */
  watch(pid: number): void;
  /** Call it when the watched process has ended; settles when nothing of the watchdog is left. */
  dismiss(): Promise<void>;
};

/**
 * Starts a shell that ends a process when we die, SIGKILL included. A pipe works on every system; the kernel's own parent-death
 * signal exists on Linux only and needs a tool that small images lack. Start it before what it watches, so that
 * no moment is unguarded. `label` is shown by ps.
 */
export async function startWatchdog({ account, label }: { account: Account; label: string }): Promise<Watchdog> {
  let watched: number | undefined;
  let dismissed = false;
  let shell = await start();

  async function start(): Promise<ChildProcess> {
    const child = await spawnAs(account, ['/bin/sh', '-c', script, 'coact-watchdog', label], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // A shell that somebody killed cannot be written to; its exit is what counts.
    child.stdin?.on('error', () => {});
    child.once('exit', () => void replace());
    return child;
  }
  /** Somebody killed it; a machine short of processes may make us wait. */
  async function replace(): Promise<void> {
    for (;;) {
      if (dismissed) return;
      await sleep(100, undefined, { ref: false });
      const fresh = await start().catch(() => undefined);
      if (!fresh) continue;
      shell = fresh;
      if (dismissed) shell.stdin?.end();
      else if (watched !== undefined) shell.stdin?.write(`${watched}\n`);
      return;
    }
  }
  return {
    watch(pid) {
      watched = pid;
      shell.stdin?.write(`${pid}\n`);
    },
    async dismiss() {
      dismissed = true;
      const ended = shell.exitCode === null && shell.signalCode === null ? once(shell, 'exit') : undefined;
      shell.stdin?.end(watched === undefined ? undefined : 'done\n');
      await ended;
    },
  };
}
