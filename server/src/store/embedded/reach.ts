import { dirname } from 'node:path';
import type { Account } from './account.ts';
import { runAs } from './run-as.ts';

const probe = 'for p do if [ -d "$p" ]; then [ -x "$p" ]; else [ -r "$p" ]; fi || { printf "%s" "$p"; exit 1; }; done';

/**
 * The first path, in the order given, that the account cannot enter (folders) or read (files); undefined when it can use all.
 * A child asks the kernel, because mode bits alone miss ACLs, mounts and security modules. Costs about 3 ms.
 */
export async function firstUnreachable(account: Account, paths: readonly string[]): Promise<string | undefined> {
  const { code, output } = await runAs(account, ['/bin/sh', '-c', probe, 'coact-probe', ...paths]);
  return code === 0 ? undefined : output;
}

/** The folders that lead to `path`, from the root down to `path` itself. */
export const foldersTo = (path: string): string[] =>
  dirname(path) === path ? [path] : [...foldersTo(dirname(path)), path];
