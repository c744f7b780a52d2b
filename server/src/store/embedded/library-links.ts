import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** npm packages cannot hold links, so the package lists them and makes them by an install script, which may be forbidden. */
export function libraryLinks(folder: string): { path: string; to: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  // The list's paths begin with the folder's own name; both ends of each link lie in the same folder.
  return links.map(({ source, target }) => ({ path: join(dirname(folder), target), to: basename(source) }));
}

/** Makes the links that are missing; answers whether all are there, false where the folder cannot be written. */
export async function makeLibraryLinks(folder: string): Promise<boolean> {
  const missing = libraryLinks(folder).filter((link) => !existsSync(link.path));
  try {
    for (const { path, to } of missing) await symlink(to, path).catch(unlessMade);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code)))
      return false;
    throw error;
  }
}

/** Two servers that start at once from one install make the same links. */
function unlessMade(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}
