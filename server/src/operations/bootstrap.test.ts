import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { test } from 'node:test';
import { START, atEnd, ids, testServer, withAdmin } from '../../test/server.ts';
import { verifierKey } from '../domain/ledger/verifier-key.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { activeAdmins, findSystem } from '../store/people.ts';
import { findTeam } from '../store/teams.ts';
import { sql } from '../store/sql.ts';
import { createAuthenticator } from './authenticate.ts';
import { bootstrap } from './bootstrap.ts';

const now = () => START;
async function emptyDatabase(): Promise<() => Database> {
  const name = `coact_empty_${ids.next().replaceAll('-', '')}`;
  await withAdmin((client) => client.query(`create database "${name}"`));
  atEnd(() => withAdmin((client) => client.query(`drop database "${name}" with (force)`)));
  const config = { ...(await testServer()), database: name };
  await migrate(config);
  return () => {
    const database = openDatabase(config);
    atEnd(() => database.close());
    return database;
  };
}

test('a first start makes the workspace, Coact itself, the operator, the team General and the key of the ledger', async () => {
  const database = (await emptyDatabase())();
  const { workspace, operatorToken, setupToken } = await bootstrap(database, { now, ids });
  assert.deepEqual(await database.global(sql`select id, name from workspaces`), [{ id: workspace, name: 'Coact' }]);
  assert(setupToken);

  await database.within(workspace, async (connection) => {
    const system = await findSystem(connection);
    const [admin] = await activeAdmins(connection);
    const team = await findTeam(connection, 'GEN');
    assert.deepEqual(
      [system?.name, system?.kind, admin?.name, admin?.kind, admin?.role],
      ['Coact', 'system', 'Operator', 'human', 'admin'],
    );
    assert.deepEqual([team?.name, team?.lead, admin?.teams], ['General', admin?.id, [team?.id]]);
    assert.deepEqual(await connection.query(sql`select next_number(${team?.id}) as number`), [{ number: 1 }]);

    const [key] = await connection.query<{ name: string; public_key: string; private_key: string }>(
      sql`select * from ledger_keys`,
    );
    assert(key);
    assert.equal(key.name, `coact/${workspace}`);
    assert.equal(key.public_key, verifierKey({ name: key.name, key: createPrivateKey(key.private_key) }));

    const events = await connection.query<{ body: string }>(sql`select body from events order by seq`);
    const told = events.map(({ body }): { type: string; actor: { id: string } } => JSON.parse(body));
    assert.deepEqual(told.map(({ type }) => type).sort(), [
      'ledger.key_created',
      'member.added',
      'participant.created',
      'participant.created',
      'participant.invited',
      'team.created',
      'token.created',
      'workspace.created',
    ]);
    assert(told.every(({ actor }) => actor.id === system?.id));
    const text = events.map(({ body }) => body).join('');
    assert(!text.includes(operatorToken) && !text.includes(setupToken) && !text.includes('PRIVATE'));
  });
});

test('every start gives the operator a token of its own, and earlier ones stay good; only the newest set-up link does', async () => {
  const database = (await emptyDatabase())();
  const first = await bootstrap(database, { now, ids });
  const second = await bootstrap(database, { now, ids });
  assert.equal(first.workspace, second.workspace);
  const authenticator = createAuthenticator({ database, now });
  for (const { operatorToken } of [first, second]) {
    const principal = await authenticator.authenticate(operatorToken);
    assert.deepEqual(
      [principal?.bearer.name, principal?.bearer.purpose, principal?.bearer.role],
      ['Operator', 'operator', 'admin'],
    );
  }
  const rows = await database.within(first.workspace, ({ query }) =>
    query(sql`select 1 from tokens where purpose = 'setup' and revoked_at is null`),
  );
  assert.equal(rows.length, 1);
});

test('servers that start at once on one empty database make one workspace', async () => {
  const open = await emptyDatabase();
  const started = await Promise.all(
    [open(), open(), open(), open()].map((database) => bootstrap(database, { now, ids })),
  );
  assert.equal(new Set(started.map(({ workspace }) => workspace)).size, 1);
  const database = open();
  const counts = await database.within(started[0]?.workspace ?? '', ({ query }) =>
    query(sql`select (select count(*) from workspaces) as workspaces, (select count(*) from participants) as participants,
      (select count(*) from teams) as teams, (select count(*) from ledger_keys) as keys,
      (select count(*) from tokens where purpose = 'operator') as operators`),
  );
  assert.deepEqual(counts, [{ workspaces: 1, participants: 2, teams: 1, keys: 1, operators: 4 }]);
});

test('an address and a password from the environment replace the set-up link, once', async () => {
  const database = (await emptyDatabase())();
  const link = await bootstrap(database, { now, ids });
  assert(link.setupToken);
  const admin = { email: 'root@example.com', password: 'a password of some length' };
  assert.equal((await bootstrap(database, { now, ids, admin })).setupToken, null);
  const later = await bootstrap(database, {
    now,
    ids,
    admin: { email: 'other@example.com', password: 'another one of some length' },
  });
  assert.equal(later.setupToken, null);
  await database.within(link.workspace, async (connection) => {
    const [operator] = await activeAdmins(connection);
    assert.equal(operator?.email, 'root@example.com');
    const [hash] = await connection.query<{ hash: string }>(sql`select hash from passwords`);
    assert.match(hash?.hash ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.deepEqual(
      await connection.query(sql`select 1 from tokens where purpose = 'setup' and revoked_at is null`),
      [],
    );
  });
});

test('a password that breaks the rule stops the start with a word why', async () => {
  const database = (await emptyDatabase())();
  const admin = { email: 'root@example.com', password: 'short' };
  await assert.rejects(bootstrap(database, { now, ids, admin }), /password of the first admin has 5 characters/);
});
