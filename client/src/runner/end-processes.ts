import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessesOfRun = { group: number; run: string };

/** Ends whatever a run has started: asks first, and after `grace` milliseconds does not ask. Settles when nothing is left. */
export async function endProcesses(of: ProcessesOfRun, grace: number): Promise<void> {
  if (!(await signalAll(of, 'SIGTERM'))) return;
  for (const end = Date.now() + grace; Date.now() < end; await sleep(50)) if (!(await signalAll(of, 0))) return;
  for (let tries = 0; tries < 100; tries += 1, await sleep(50)) if (!(await signalAll(of, 'SIGKILL'))) return;
}

/** Whether there was anybody to send it to. */
async function signalAll(of: ProcessesOfRun, name: NodeJS.Signals | 0): Promise<boolean> {
  const pids = process.platform === 'linux' ? await members(of) : [-of.group];
  return pids.map((pid) => send(pid, name)).includes(true);
}

/** The living of the group, and those who left it but still carry the run's id in their environment. */
async function members({ group, run }: ProcessesOfRun): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const mine = await Promise.all(
    pids.map(async (pid) => {
      const [stat, environment] = await Promise.all([read(`/proc/${pid}/stat`), read(`/proc/${pid}/environ`)]);
      // The name in brackets may hold anything; state, parent and group follow.
      const [state, , of = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const lives = state !== 'Z' && state !== 'X';
      return lives && (of === String(group) || environment.split('\0').includes(`COACT_RUN=${run}`));
    }),
  );
  return pids.filter((_, at) => mine[at]);
}

/** Empty for whoever has ended or is not ours. */
const read = (file: string) => readFile(file, 'utf8').catch(() => '');

function send(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
