import { constants } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Account } from './account.ts';
import type { Bundle } from './binaries.ts';
import { makeLibraryLinks } from './library-links.ts';
import { assertReachable } from './data-directory.ts';

/**
 * Copies the bundle (60 MB and 0.3 s, or next to nothing on the same disk) into `<data directory>/runtime/<name and version>`, readable by all, unless a whole copy is
 * there, and removes the copies of other versions. Answers its folder. The caller holds the lock of the data directory.
 */
export async function copyRuntime(options: {
  bundle: Bundle;
  account: Account;
  dataDir: string;
  log: (message: string) => void;
}): Promise<string> {
  const { bundle, account, dataDir, log } = options;
  const runtime = join(dataDir, 'runtime');
  const copy = join(runtime, bundle.name, 'native');
  const files = await filesIn(bundle.folder);
  if (!(await isWhole(copy, files))) {
    log(`Copying PostgreSQL ${bundle.version} to ${copy}, where the account ${account.name} can run it.`);
    await rm(runtime, { recursive: true, force: true });
    const unfinished = join(runtime, `${bundle.name}.new`);
    await copyFiles(bundle.folder, join(unfinished, 'native'), files);
    await makeLibraryLinks(join(unfinished, 'native'));
    await rename(unfinished, join(runtime, bundle.name));
  }
  await assertReachable(account, join(copy, 'bin'));
  return copy;
}

type File = { path: string; size: number; mode: number; executable: boolean };

const yes = (): boolean => true;
const no = (): boolean => false;

async function filesIn(folder: string): Promise<File[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return await Promise.all(
    paths.map(async (path) => {
      const { size, mode } = await stat(path);
      return { path: relative(folder, path), size, mode: mode & 0o777, executable: (mode & 0o100) !== 0 };
    }),
  );
}

/** By sizes: a power cut soon after the rename can leave a file empty, and comparing 1,000 sizes takes 20 ms. */
async function isWhole(copy: string, files: readonly File[]): Promise<boolean> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(copy, file.path)).then(
        (found) => found.size,
        () => -1,
      ),
    ),
  );
  return files.every((file, index) => file.size === sizes[index]);
}

/** With modes of our own: the umask of the install, or of this process, may be what bars the account. */
async function copyFiles(from: string, to: string, files: readonly File[]): Promise<void> {
  const folders = new Set(files.map((file) => join(to, file.path, '..')));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const { path, mode, executable } of files) {
    const wanted = executable ? 0o755 : 0o644;
    // A second name of the same file takes no room and no time, where disk and rights allow it.
    if (mode === wanted && (await link(join(from, path), join(to, path)).then(yes, no))) continue;
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
    await chmod(join(to, path), wanted);
  }
  const made = await readdir(to, { recursive: true, withFileTypes: true });
  const opened = made.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const folder of [join(to, '..', '..'), join(to, '..'), to, ...opened]) await chmod(folder, 0o755);
}
