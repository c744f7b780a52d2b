import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usable = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const find = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/bin')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(usable) ?? null;

/**
 * The Chromium for browser tests: the one that the variable CHROMIUM names, else one on the path, else Debian's package,
 * installed where we may. Null, with a word on what to install, where there is none: those tests are then skipped.
 */
export async function findChromium(): Promise<string | null> {
  const named = process.env['CHROMIUM'];
  if (named && usable(named)) return named;
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && usable('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing the Debian package `chromium`.');
    const quiet = { stdio: 'ignore' as const };
    const installed =
      (await run('apt-get', ['update'], quiet)) === 0 &&
      (await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)) === 0;
    if (installed) return find();
  }
  console.log(
    'No Chromium found, so browser tests are skipped. Install one (Debian: `apt install chromium`) or set CHROMIUM to its path.',
  );
  return null;
}
