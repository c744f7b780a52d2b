import { execFile } from 'node:child_process';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A living process: its parent, its command line and, where the kernel tells, its working directory. */
export type Process = { parent: number; command: string; folder: string | undefined };

/** What runs under `pid`; undefined when nothing does, or only a zombie that its parent has not noticed. */
export async function lookAt(pid: number): Promise<Process | undefined> {
  return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
}

async function fromProc(pid: number): Promise<Process | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const state = /^State:\t(.)/m.exec(status)?.[1];
  if (!state || state === 'Z' || state === 'X') return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return { parent: Number(/^PPid:\t(\d+)/m.exec(status)?.[1]), command: command.replaceAll('\0', ' '), folder };
}

/** For systems without /proc; they do not tell the working directory. */
export async function fromPs(pid: number): Promise<Process | undefined> {
  const stdout = await ps(['-o', 'ppid=,stat=,args=', '-p', String(pid)]);
  const [, parent, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(stdout) ?? [];
  if (!parent || !state || state.startsWith('Z')) return undefined;
  return { parent: Number(parent), command: `${command} `, folder: undefined };
}

/** The command line of every process by its pid, words parted and ended by a space; a zombie has none. */
export async function allCommands(): Promise<Map<number, string>> {
  if (process.platform !== 'linux') {
    const lines = (await ps(['-ax', '-o', 'pid=,args='])).matchAll(/^\s*(\d+)\s+(.*)$/gm);
    return new Map([...lines].map(([, pid, command]) => [Number(pid), `${command} `]));
  }
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return new Map(pids.map((pid, index) => [pid, commands[index]?.replaceAll('\0', ' ') ?? '']));
}

const ps = async (args: string[]): Promise<string> =>
  (await promisify(execFile)('ps', ['-ww', ...args]).catch(() => ({ stdout: '' }))).stdout;

/** Whether the kernel still knows the pid, be it of a zombie. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Waits until the condition holds, at most `ms`; answers whether it does. */
export async function within(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(20)) if (Date.now() > end) return false;
  return true;
}
