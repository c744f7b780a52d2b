import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { DatabaseConfig } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);
/** Any number will do, as long as every server asks for the same one. */
const LOCK = 4180_2026;

type Migration = { number: number; name: string; text: string; hash: string };

export class MigrationError extends Error {
  override name = 'MigrationError';
}

const ours = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { number: Number(name.slice(0, 4)), name, text, hash: createHash('sha256').update(text).digest('hex') };
    });

/**
 * Brings the schema up to this version: forward only, each step in a transaction of its own, one server at a time.
 * Refuses a database that a newer Coact has already changed, or whose past steps differ from ours.
 */
export async function migrate(config: DatabaseConfig): Promise<{ applied: string[] }> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create schema if not exists coact; set search_path to coact`);
    await client.query(`create table if not exists migrations (
      number int primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`);
    return { applied: await applyMissing(client) };
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150_000) {
    throw new MigrationError(
      `PostgreSQL ${Math.floor(version / 10_000)} is too old: Coact needs 15 or newer. Point DATABASE_URL at one.`,
    );
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ number: number; hash: string }>(
    'select number, hash from migrations order by number',
  );
  const known = ours();
  for (const { number, hash } of rows) {
    const mine = known.find((one) => one.number === number);
    if (!mine) {
      throw new MigrationError(
        `The database is of a newer Coact (schema ${number}; this one knows ${known.length}). Start that version instead.`,
      );
    }
    if (mine.hash !== hash)
      throw new MigrationError(
        `Migration ${mine.name} is not the one this database was made with. Restore the original file.`,
      );
  }
  const missing = known.slice(rows.length);
  for (const { number, name, text, hash } of missing) {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into migrations (number, name, hash) values ($1, $2, $3)', [number, name, hash]);
    await client.query('commit');
  }
  return missing.map(({ name }) => name);
}
