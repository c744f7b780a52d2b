import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Postmaster } from './postmaster.ts';

export type Connection = { host: string; port: number; user: string; database: string };

/** How often to say that a long recovery goes on, milliseconds. */
const murmur = 5000;

/**
 * Waits until the database answers, and makes it on the first start; false when the postmaster ended instead. There is no limit in
 * time while that lives: after a crash it replays its log, however long that is, and stopping it would only begin that anew.
 */
export async function untilReady(options: {
  cluster: string;
  connection: Connection;
  postmaster: Postmaster;
  log: (message: string) => void;
}): Promise<boolean> {
  const { cluster, connection, postmaster, log } = options;
  for (let next = Date.now() + murmur; postmaster.lives(); await sleep(5)) {
    const status = await statusIn(cluster, postmaster.pid);
    const answer = status === 'ready' ? await ensureDatabase(connection).catch(told) : status;
    if (answer === 'there') return true;
    if (Date.now() < next) continue;
    log(`PostgreSQL is still ${answer}.`);
    next = Date.now() + murmur;
  }
  return false;
}

/** What the postmaster writes of itself for pg_ctl. Knocking before it is ready would put a FATAL line into its log each time. */
async function statusIn(cluster: string, pid: number): Promise<string> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  // The file of a killed one stays until its successor writes its own.
  return (lines[0] === String(pid) && lines[7]?.trim()) || 'starting';
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** By way of the database that every cluster has: asking for ours before it is there would put an error into the log. */
async function ensureDatabase(connection: Connection): Promise<'there'> {
  const client = new Client({ ...connection, database: 'postgres', ssl: false, connectionTimeoutMillis: 5000 });
  // A server that ends in the middle tells it twice: by the promise and by this event, which would end the process unheard.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`create database ${connection.database}`);
    return 'there';
  } finally {
    await client.end().catch(() => {});
  }
}
