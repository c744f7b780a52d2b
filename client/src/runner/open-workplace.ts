import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './settings.ts';

/** Where one run works, and what is left of it when it is over. */
export type Workplace = {
  folder: string;
  /** What was changed since the start, as a patch; empty where nothing was, or where nobody counts. */
  changes: () => Promise<string>;
  /** Keeps the commits that were made, if any, as a branch, and gives its name. */
  keep: () => Promise<string | null>;
  close: () => Promise<void>;
};

export type Opening = { place: Place; root: string; key: string; run: string };

export async function openWorkplace({ place, root, key, run }: Opening): Promise<Workplace> {
  if (place.kind === 'shared') return { folder: place.folder, ...nothingCounted, close: async () => {} };
  const folder = join(root, 'work');
  if (place.kind === 'worktree') return openWorktree(place, { folder, branch: `coact/${key}-${run.slice(-6)}` });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { folder, ...nothingCounted, close: async () => {} };
}

const nothingCounted = { changes: async () => '', keep: async () => null };

type Worktree = { folder: string; branch: string };

async function openWorktree(
  { repository, base }: { repository: string; base: string },
  { folder, branch }: Worktree,
): Promise<Workplace> {
  // Detached: a branch is made only when there is something to keep.
  await alone(() => git(repository, 'worktree', 'add', '--detach', '--quiet', folder, base));
  const begun = await git(folder, 'rev-parse', 'HEAD');
  return {
    folder,
    async changes() {
      await git(folder, 'add', '--all');
      return git(folder, 'diff', '--cached', '--binary', '--no-color', '--no-ext-diff', begun);
    },
    async keep() {
      if ((await git(folder, 'rev-parse', 'HEAD')) === begun) return null;
      await git(folder, 'branch', '--force', branch, 'HEAD');
      return branch;
    },
    async close() {
      await alone(async () => {
        await git(repository, 'worktree', 'remove', '--force', folder).catch(() => '');
        await rm(folder, { recursive: true, force: true });
        await git(repository, 'worktree', 'prune').catch(() => '');
      });
    },
  };
}

/** Two that add or remove worktrees at once stand in each other's way. */
let turn: Promise<unknown> = Promise.resolve();
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], { maxBuffer: 64 * 2 ** 20 });
  // A patch ends with a line's end and needs it.
  return args.includes('diff') ? stdout : stdout.trim();
}
