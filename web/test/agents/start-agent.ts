import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atEnd } from '../at-end.ts';
import { endProcess } from '../run-server.ts';

export type RunningAgent = {
  /** Waits until it has said a line that begins so, and gives the line. */
  says: (beginning: string) => Promise<string>;
};

type StartOptions = { script: 'ask-and-deliver' | 'held-and-stopped' | 'keep-working'; url: string; token: string };

/** An agent as a process of its own: it knows the server's address and its token, nothing else. Ended with the test file. */
export function startAgent({ script, url, token }: StartOptions): RunningAgent {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${script}.ts`)], {
    env: { PATH: process.env['PATH'] ?? '', COACT_URL: url, COACT_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  atEnd(() => endProcess(child));
  const said: string[] = [];
  const listeners = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    said.push(line);
    for (const listener of listeners) listener();
  });
  return {
    says: (beginning) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = said.find((one) => one.startsWith(beginning));
          if (line === undefined) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(line);
        };
        const timer = setTimeout(
          () => reject(new Error(`the agent never said "${beginning}", but: ${said.join(' | ')}`)),
          10_000,
        );
        listeners.add(look);
        look();
      }),
  };
}
