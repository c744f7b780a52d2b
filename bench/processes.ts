import { readFileSync, readdirSync } from 'node:fs';

/** What the kernel says of processes; Linux alone has it, elsewhere the figures are 0. */

/** The kernel counts CPU time in hundredths of a second. */
const TICK_MICROS = 10_000;

type Stat = { parent: number; own: number; reaped: number };

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map(
      (i) => fields[i],
    );
    return { parent, own: (user + system) * TICK_MICROS, reaped: (childUser + childSystem) * TICK_MICROS };
  } catch {
    return null;
  }
}

/** Microseconds of CPU that a process has used. */
export const cpuOf = (pid: number) => statOf(pid)?.own ?? 0;

/** Microseconds of CPU of a process, its children, and its children that have ended. */
export function cpuOfFamily(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const children = pids()
    .map(statOf)
    .filter((stat) => stat?.parent === pid);
  return own.own + own.reaped + children.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

/** Bytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
