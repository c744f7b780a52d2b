import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

// Nothing of our own environment reaches the database: a stray PGOPTIONS, LC_ALL or TZ would change what it does.
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Starts a program under the account, in a session of its own: Ctrl-C in a terminal signals the whole foreground group,
 * and the database must outlive it until the server has stopped it in order.
 * Calls `started` in the same instant, for those who must not miss it. Throws EmbeddedError when the kernel does not let us run it.
 */
export async function spawnAs(
  account: Account,
  command: readonly [string, ...string[]],
  { stdio, started }: { stdio: StdioOptions; started?: (pid: number) => void },
): Promise<ChildProcess> {
  const [file, ...args] = command;
  // The kernel's call takes a signed number: nobody is -2 on macOS.
  const ids = { uid: account.uid | 0, gid: account.gid | 0 };
  try {
    // Not our working directory: the account may be unable to enter it, and it must not keep a disk from being unmounted.
    const child = spawn(file, args, { ...ids, cwd: '/', env: environment, detached: true, stdio });
    if (child.pid !== undefined) started?.(child.pid);
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } catch (error) {
    throw cannotRun(error, { file, account });
  }
}

/** Runs a program to its end; `output` is both of its streams. */
export async function runAs(
  account: Account,
  command: readonly [string, ...string[]],
  started: (pid: number) => void = () => {},
) {
  const child = await spawnAs(account, command, { stdio: ['ignore', 'pipe', 'pipe'], started });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

function cannotRun(error: unknown, { file, account }: { file: string; account: Account }): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const otherwise = 'or set DATABASE_URL to use another PostgreSQL.';
  if (process.getuid?.() !== account.uid && (error.code === 'EPERM' || error.code === 'EINVAL')) {
    return new EmbeddedError(
      `This process may not run programs as ${account.name} (uid ${account.uid}), and PostgreSQL refuses to run as root.`,
      `Start the server as an ordinary user, or give its container that right (CAP_SETUID), ${otherwise}`,
    );
  }
  // ENOENT on a file that is there means that its loader is not: the binaries want the GNU C library.
  if (error.code === 'ENOENT')
    return new EmbeddedError(
      `${file} cannot run here: it needs the GNU C library.`,
      `Use a Debian-like system, ${otherwise}`,
    );
  return new EmbeddedError(
    `${file} cannot be executed (${String(error.code)}).`,
    `Check its mode and whether its disk is mounted noexec, ${otherwise}`,
  );
}
