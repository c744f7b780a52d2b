import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Builds the web app into `web/dist` when that is missing or older than its sources; says one line when it does, and nothing
 * when there is nothing to do. Never keeps the server from starting: a checkout that may not be written to goes on with the
 * page it has, or without one.
 */
const web = import.meta.dirname;
const root = join(web, '..');
const dist = join(web, 'dist');
const stampFile = join(dist, 'sources.txt');

const stamp = await hashSources();
if ((await readFile(stampFile, 'utf8').catch(() => '')) !== stamp) {
  try {
    await build();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) throw error;
    const outcome = existsSync(join(dist, 'index.html'))
      ? 'the page may be older than the server'
      : 'the server starts without a page';
    console.log(`The web app cannot be built because ${web} cannot be written to (${code}): ${outcome}.`);
  }
}

/** One hash of everything that the built page depends on. */
async function hashSources(): Promise<string> {
  const folders = [join(web, 'src'), join(web, 'public'), join(root, 'client', 'src')];
  const found = (await Promise.all(folders.map(filesIn))).flat();
  const single = ['index.html', 'vite.config.ts', 'build.ts', 'package.json'].map((name) => join(web, name));
  const files = [...found, ...single]
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/cli/'))
    .toSorted();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) hash.update(`${relative(root, file)}\0`).update(contents[index] ?? '');
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Builds beside the old page and then changes places, so that a start that is cut short leaves a whole page behind. */
async function build(): Promise<void> {
  const fresh = join(web, `dist.${process.pid}`);
  await mkdir(fresh);
  try {
    console.log('Building the web app (once; a few seconds) …');
    const vite = await import('vite');
    // `native`: Vite would else write a bundled copy of its configuration into node_modules.
    const how = { configFile: join(web, 'vite.config.ts'), configLoader: 'native', logLevel: 'warn' } as const;
    await vite.build({ ...how, build: { outDir: fresh, emptyOutDir: true } });
    await compress(fresh);
    await writeFile(join(fresh, 'sources.txt'), stamp);
    await takePlace(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function takePlace(fresh: string): Promise<void> {
  const old = `${fresh}.old`;
  await rename(dist, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  // Somebody else's build may have arrived in between: it is of the same sources.
  await rename(fresh, dist).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(old, { recursive: true, force: true });
}

/** Fonts are compressed already. */
async function compress(folder: string): Promise<void> {
  const files = (await filesIn(folder)).filter((file) => /\.(html|js|css|svg)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}
