import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Client } from 'pg';
import { testServer, withAdmin } from '../../test/server.ts';
import { MigrationError, migrate } from './migrate.ts';

const all = readdirSync(new URL('./migrations/', import.meta.url))
  .filter((name) => name.endsWith('.sql'))
  .sort();

/** An empty database, dropped afterwards. */
async function withEmpty(
  work: (config: { host: string; port: number; user: string; database: string }) => Promise<void>,
): Promise<void> {
  const { host, port, user } = await testServer();
  const database = `coact_test_${randomBytes(6).toString('hex')}`;
  await withAdmin((client) => client.query(`create database "${database}"`));
  try {
    await work({ host, port, user, database });
  } finally {
    await withAdmin((client) => client.query(`drop database "${database}" with (force)`));
  }
}

async function run(config: object, statement: string): Promise<unknown[]> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const schema = `select table_name, column_name, data_type from information_schema.columns where table_schema = 'coact' order by 1, 2`;

test('an empty database is brought up to date; a second time nothing happens', () =>
  withEmpty(async (config) => {
    assert.deepEqual(await migrate(config), { applied: all });
    const before = await run(config, schema);
    assert.deepEqual(await migrate(config), { applied: [] });
    assert.deepEqual(await run(config, schema), before);
  }));

test('of servers that start at once on an empty database, each step is done by one', () =>
  withEmpty(async (config) => {
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate(config)));
    assert.deepEqual(results.flatMap(({ applied }) => applied).sort(), all);
  }));

test('a database that a newer Coact has changed is refused, and says so', () =>
  withEmpty(async (config) => {
    await migrate(config);
    await run(config, `insert into coact.migrations (number, name, hash) values (9999, '9999_future.sql', 'x')`);
    await assert.rejects(
      migrate(config),
      (error: Error) =>
        error instanceof MigrationError && /newer Coact \(schema 9999.*Start that version/.test(error.message),
    );
  }));

test('a database made with another text of an old step is refused by the name of the step', () =>
  withEmpty(async (config) => {
    await migrate(config);
    await run(config, `update coact.migrations set hash = 'other' where number = 1`);
    await assert.rejects(
      migrate(config),
      (error: Error) => error instanceof MigrationError && error.message.includes('0001_core.sql'),
    );
  }));

test('a step that was done is not done again when a later one is missing', () =>
  withEmpty(async (config) => {
    await migrate(config);
    const [last = ''] = all.slice(-1);
    const [before] = (await run(config, `select applied_at from coact.migrations where number = 1`)) as {
      applied_at: Date;
    }[];
    await run(config, `delete from coact.migrations where name = '${last}'`);
    // The last step cannot be done twice: it fails as a whole, and leaves what was there.
    await assert.rejects(migrate(config));
    const rows = (await run(config, `select number, applied_at from coact.migrations`)) as { applied_at: Date }[];
    assert.equal(rows.length, all.length - 1);
    assert.deepEqual(rows[0]?.applied_at, before?.applied_at);
  }));
