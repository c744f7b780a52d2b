import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run-server.ts';

/** What reached a path: as the libraries of Standard Webhooks and CloudEvents read it. */
export type ReceivedHook = {
  signatures: number;
  /** Whether it is genuine, by each of the secrets that the receiver was told. */
  genuine: boolean[];
  event: { type: string; subject?: string };
};

/** A receiver of webhooks as a process of its own. */
export async function startReceiver() {
  const program = join(root, 'server', 'test', 'webhook-receiver.ts');
  const child = spawn(process.execPath, [program, 'receive'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let url = '';
  for await (const line of createInterface(child.stdout)) {
    url = line;
    break;
  }
  const call = async (path: string, body: object): Promise<unknown> =>
    (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).json();
  return {
    url,
    /** How a path answers from now on, in turn, and which secrets it verifies with. */
    set: (path: string, how: { manners?: ('ok' | 'gone')[]; secrets?: string[] }) => call('/_set', { path, ...how }),
    received: async (path: string) => (await call('/_received', { path })) as ReceivedHook[],
    end: () => void child.kill('SIGKILL'),
  };
}
