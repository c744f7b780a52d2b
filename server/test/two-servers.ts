import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { chooseAccount } from '../src/store/embedded/account.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const debian = '/usr/lib/postgresql';
const newest = existsSync(debian)
  ? readdirSync(debian)
      .map(Number)
      .sort((a, b) => b - a)
      .find((version) => existsSync(`${debian}/${version}/bin/initdb`))
  : undefined;

/** Why two servers on one database cannot run here; false where they can. */
export const skipTwo: string | false =
  newest === undefined || newest < 15 ? `there is no ordinary PostgreSQL of 15 or newer in ${debian}` : false;

async function program(name: string, args: string[]): Promise<void> {
  const account = await chooseAccount();
  const { status, stderr, error } = spawnSync(`${debian}/${newest}/bin/${name}`, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`, { cause: error });
}

/** Two servers on an ordinary PostgreSQL that neither of them started, with an account that is no superuser. */
export async function startTwo(env: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'coact-two-'));
  const account = await chooseAccount();
  const data = join(folder, 'data');
  await mkdir(data);
  await Promise.all([folder, data].map((path) => chown(path, account.uid, account.gid)));
  await chmod(folder, 0o755);
  await program('initdb', ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '-N']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=60 -c fsync=off`;
  await program('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start']);
  const client = new Client({ host: folder, user: 'admin', database: 'postgres' });
  await client.connect();
  await client.query('create role plain login createrole');
  await client.query('create database coact owner plain');
  await client.end();
  const url = `postgresql://plain@localhost/coact?host=${encodeURIComponent(folder)}`;
  const start = (name: string) => startServerProcess(join(folder, name), { DATABASE_URL: url, ...env });
  // Both at once: one brings the empty database up to date, the other waits for it.
  const servers = (await Promise.all(['one', 'two'].map(start))) as [ServerProcess, ServerProcess];
  return {
    url,
    servers,
    async end() {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
      await program('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
