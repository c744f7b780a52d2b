import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a program with this terminal as its own; gives its exit code. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** A program that an npm package of this repository brings. */
export const local = (name: string) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
