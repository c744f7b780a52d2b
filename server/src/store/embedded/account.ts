import { readFile } from 'node:fs/promises';
import { EmbeddedError } from './embedded-error.ts';

/** Who runs the database. `uid` and `gid` are unsigned, as stat and chown have them. */
export type Account = { name: string; uid: number; gid: number };

/**
 * The account that initdb and postgres run under: our own, or `nobody` when we are root, since PostgreSQL refuses root.
 * `nobody` is on every machine, so nothing has to be created.
 */
export async function chooseAccount(): Promise<Account> {
  const uid = process.getuid?.() ?? 0;
  const accounts = await readAccounts();
  if (uid !== 0)
    return { name: accounts.find((a) => a.uid === uid)?.name ?? `uid ${uid}`, uid, gid: process.getgid?.() ?? uid };

  const nobody = accounts.find((account) => account.name === 'nobody');
  if (nobody && nobody.uid !== 0) return nobody;
  throw new EmbeddedError(
    'PostgreSQL refuses to run as root, and the account "nobody" that would run it is missing in /etc/passwd.',
    'Add it (useradd --system nobody), start the server as an ordinary user, or set DATABASE_URL to use another PostgreSQL.',
  );
}

async function readAccounts(): Promise<Account[]> {
  // A container without the file has no accounts; whether that matters is for the caller.
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody as -2; >>> 0 makes it the unsigned number that stat answers.
    return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
  });
}
