import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

// Standard input is a pipe whose other end only the runner holds: it tells which runs have processes. An end of file without
// `done` says that the runner is gone, however it went. A run's processes are its group, and whoever left the group but still
// carries the run's id in its environment (where there is a /proc).
const script = `
root=$1 grace=$2 repository=$3 live=
while read -r word group run; do
  case $word in
    run) live="$live $group:$run" ;;
    over) rest=; for one in $live; do [ "$one" = "$group:$run" ] || rest="$rest $one"; done; live=$rest ;;
    done) exit 0 ;;
  esac
done
strays() { grep -sl "COACT_RUN=$1" /proc/[0-9]*/environ 2>/dev/null; }
end() {
  for one in $live; do
    kill -s "$1" -- "-\${one%%:*}" 2>/dev/null
    for file in $(strays "\${one#*:}"); do file=\${file#/proc/}; kill -s "$1" "\${file%/environ}" 2>/dev/null; done
  done
}
alive() { for one in $live; do kill -0 -- "-\${one%%:*}" 2>/dev/null && return 0; done; return 1; }
end TERM
while [ "$grace" -gt 0 ] && alive; do sleep 0.1; grace=$((grace - 1)); done
end KILL
rm -rf "$root"
[ -n "$repository" ] && git -C "$repository" worktree prune
exit 0
`;

type Watched = { group: number; run: string };

export type Watchdog = {
  /** From now on the process group ends when this process does; settles once that is sure. */
  watch(watched: Watched): Promise<void>;
  forget(watched: Watched): void;
  /** Ends the watchdog, when nothing is left to watch. */
  dismiss(): Promise<void>;
};

/**
 * Starts a shell that ends what we started, and removes our folder, when we die, by SIGKILL included. `grace` is in
 * milliseconds; `repository` is one whose worktrees live in the folder.
 */
export function startWatchdog(options: { root: string; grace: number; repository?: string | undefined }): Watchdog {
  const { root, grace, repository = '' } = options;
  const live = new Set<string>();
  let dismissed = false;
  let shell = start();

  function start(): ChildProcess {
    const args = ['-c', script, 'coact-runner-watchdog', root, String(Math.ceil(grace / 100)), repository];
    // A session of its own: what ends us by Ctrl-C does not end it.
    const child = spawn('/bin/sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    child.stdin?.on('error', () => {});
    child.once('exit', () => {
      if (dismissed) return;
      // Somebody killed it.
      shell = start();
      for (const one of live) shell.stdin?.write(`run ${one}\n`);
    });
    return child;
  }
  return {
    async watch({ group, run }) {
      live.add(`${group} ${run}`);
      await new Promise<void>((resolve) => shell.stdin?.write(`run ${group} ${run}\n`, () => resolve()));
    },
    forget({ group, run }) {
      live.delete(`${group} ${run}`);
      shell.stdin?.write(`over ${group} ${run}\n`);
    },
    async dismiss() {
      dismissed = true;
      const ended = shell.exitCode === null && shell.signalCode === null ? once(shell, 'exit') : undefined;
      shell.stdin?.end('done\n');
      await ended;
    },
  };
}
