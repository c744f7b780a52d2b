import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from 'pg';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Operation } from '../src/operations/define.ts';
import artifactCreate from '../src/operations/artifact/create.ts';
import createItem from '../src/operations/item/create.ts';
import outcomeCreate from '../src/operations/outcome/create.ts';
import { operations } from '../src/operations/registry.ts';
import createRequest from '../src/operations/request/create.ts';
import createStop from '../src/operations/stop/create.ts';
import createView from '../src/operations/view/create.ts';
import { openDatabase } from '../src/store/database.ts';
import { findItem } from '../src/store/items.ts';
import { findParticipant, type Bearer } from '../src/store/people.ts';
import { findRequest } from '../src/store/requests.ts';
import { raw, sql } from '../src/store/sql.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { addPeople, claimItem, readyItem } from './world.ts';

/** The second workspace: as much as is needed for somebody to act in it with every right there is. */
const other = '0197a000-0000-7000-8000-0000000000ee';
const stranger: Bearer = {
  id: '0197a000-0000-7000-8000-0000000000ef',
  kind: 'human',
  role: 'admin',
  status: 'active',
  sponsor: null,
  name: 'Stranger',
  email: null,
  skills: [],
  wipLimit: null,
  autonomy: null,
  teams: [],
  origin: null,
  version: 1,
  createdAt: 0,
  token: '',
  purpose: 'token',
  expiresAt: null,
};

let db: TestDatabase;
let theirs: Record<string, string>;
let secret: string;
before(async () => {
  db = await testDatabase();
  const people = await addPeople(db);
  const item = await readyItem(db.operator, { title: 'Moonshine' });
  const blocker = await db.operator(createItem, { title: 'Moonshine before' });
  const { run } = await claimItem(db.as('bot'), item);
  const request = await db.operator(createRequest, { kind: 'question', text: 'Moonshine?', item: item.id, to: 'Ana' });
  const { sha256 } = await db.operator<{ sha256: string }>(artifactCreate, { name: 'moonshine', text: 'Moonshine' });
  const outcome = await db.operator(outcomeCreate, { title: 'Moonshine for all' });
  const view = await db.operator(createView, { name: 'Moonshine', layout: 'list', shared: true });
  const stop = await db.operator(createStop, { participant: people.bat, reason: 'Moonshine' });
  theirs = {
    ...people,
    item: item.id,
    key: item.key,
    blocker: blocker.id,
    run: run.id,
    request: request.id,
    team: item.team,
    artifact: sha256,
    view: view.id,
    stop: stop.id,
    outcome: outcome.id,
    event: (await db.events()).at(-1)?.id ?? '',
  };
  secret = [...Object.values(theirs), 'Moonshine'].join('|');
  const client = new Client(db.config);
  await client.connect();
  await client.query(`insert into coact.workspaces (id, name, created_at) values ($1, 'Other', now())`, [other]);
  await client.query(
    `insert into coact.participants (workspace, id, kind, name, role, status, created_at) values ($1, $2, 'human', 'Stranger', 'admin', 'active', now())`,
    [other, stranger.id],
  );
  await client.end();
});

const counts = async (workspace: string) => {
  const tables = await tablesOfWorkspaces();
  return db.database.within(workspace, async ({ query }) => {
    const rows: [string, unknown][] = [];
    for (const table of tables) {
      const [row] = await query<{ sum: string }>(
        raw(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from ${table} t`,
        ),
      );
      rows.push([table, row?.sum]);
    }
    return rows;
  });
};

async function tablesOfWorkspaces(): Promise<string[]> {
  const rows = await db.database.global<{ name: string }>(sql`
    select table_name::text as name from information_schema.columns where table_schema = 'coact' and column_name = 'workspace' order by 1`);
  return rows.map(({ name }) => name);
}

/** The example of the operation, with every id in it replaced by one of the first workspace. */
function foreignInput({ name, example }: Operation): object {
  const [area] = name.split('.');
  const id = {
    participant: theirs['bot'],
    token: theirs['bot'],
    run: theirs['run'],
    request: theirs['request'],
    team: theirs['team'],
    outcome: theirs['outcome'],
    item: theirs['item'],
    view: theirs['view'],
    event: theirs['event'],
    stop: theirs['stop'],
  }[area ?? ''];
  const text = JSON.stringify(example.input)
    .replaceAll(/"OPS-\d+"/g, JSON.stringify(theirs['key']))
    .replaceAll('"OPS"', JSON.stringify(theirs['team']))
    .replaceAll(/"cert-bot"/g, JSON.stringify(theirs['bot']))
    .replaceAll('a'.repeat(64), theirs['artifact'] ?? '');
  const input: Record<string, unknown> = JSON.parse(text);
  const replaced = Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      typeof value === 'string' && value.startsWith('0197a000-') ? (id ?? theirs['item']) : value,
    ]),
  );
  return name === 'item.undepend' ? { ...replaced, blocker: theirs['blocker'] } : replaced;
}

/** What needs no id of anybody else's: it acts in the caller's own workspace, or on the caller alone. */
const ownOnly = new Set([
  'workspace.update',
  'participant.create',
  'artifact.create',
  'request.create',
  'session.create',
  'session.end',
  'session.revoke_others',
  'invitation.create',
  'setup.complete',
  'password.change',
  'team.create',
  'work.claim',
  'item.create',
  'outcome.create',
  'import.create',
  'view.create',
  'policy.simulate',
  'policy.update',
  'price.set',
  'retention.set',
  'sample.create',
  'sample.remove',
]);

for (const operation of operations) {
  test(`${operation.name} shows and changes nothing of another workspace`, async () => {
    const before = await counts(db.workspace);
    const inputs = [
      foreignInput(operation),
      ...(operation.name === 'work.claim' ? [{}, { item: theirs['item'] }] : []),
    ];
    for (const input of inputs) {
      const outcome = await db.execute({
        operation,
        workspace: other,
        bearer: { ...stranger, ...(operation.internal && { kind: 'system' as const }) },
        input,
      });
      if (isRefusal(outcome)) {
        assert(
          [
            'not_found',
            'unknown_reference',
            'invalid_input',
            'wrong_credentials',
            'wrong_state',
            'passkey_refused',
            'no_passkeys_here',
          ].includes(outcome.refused),
          JSON.stringify(outcome),
        );
      } else {
        assert(
          operation.kind === 'query' || ownOnly.has(operation.name),
          `${operation.name} answered ${JSON.stringify(outcome.body)}`,
        );
        assert(!new RegExp(secret).test(JSON.stringify(outcome.body)), JSON.stringify(outcome.body));
      }
    }
    assert.deepEqual(await counts(db.workspace), before);
  });
}

test('no table shows a row of another workspace, whatever is asked of it', async () => {
  const tables = await tablesOfWorkspaces();
  assert(tables.length > 20);
  for (const table of tables) {
    const rows = await db.database.within(other, ({ query }) =>
      query<{ n: number }>(raw(`select count(*) as n from ${table} where workspace = '${db.workspace}'`)),
    );
    assert.deepEqual(rows, [{ n: 0 }], table);
  }
});

test('the store finds nothing of another workspace by its ids', async () => {
  await db.database.within(other, async (connection) => {
    assert.equal(await findItem(connection, theirs['item'] ?? ''), null);
    assert.equal(await findItem(connection, theirs['key'] ?? ''), null);
    assert.equal(await findRequest(connection, theirs['request'] ?? ''), null);
    assert.equal(await findParticipant(connection, theirs['bot'] ?? ''), null);
  });
});

test('rows can neither be written into another workspace nor moved there', async () => {
  await db.database.within(other, async ({ query }) => {
    const insert = query(
      sql`insert into comments (workspace, id, item, body, at) values (${db.workspace}, ${other}, ${other}, 'x', now())`,
    );
    await assert.rejects(insert, { code: '42501' });
    assert.deepEqual(await query(sql`update items set title = 'x' returning 1`), []);
    const deleted = await query<{ workspace: string }>(sql`delete from tokens returning workspace`);
    assert.deepEqual([...new Set(deleted.map(({ workspace }) => workspace))], [other]);
    await assert.rejects(query(sql`update participants set workspace = ${db.workspace}`), { code: '42501' });
  });
});

test('a connection that has not said which workspace it serves gets an error, not a row', async () => {
  const fresh = openDatabase(db.config);
  try {
    for (const table of await tablesOfWorkspaces())
      await assert.rejects(fresh.global(raw(`select * from ${table}`)), { code: '42704' }, table);
  } finally {
    await fresh.close();
  }
});

test('a pooled connection that served one workspace shows nothing of it to the next', async () => {
  const one = openDatabase({ ...db.config, max: 1 });
  try {
    const seen = (workspace: string) =>
      one.within(workspace, ({ query }) => query<{ n: number }>(sql`select count(*) as n from items`));
    const own = await seen(db.workspace);
    assert.deepEqual(await Promise.all([seen(other), seen(db.workspace), seen(other)]), [
      [{ n: await itemsOfOther() }],
      own,
      [{ n: await itemsOfOther() }],
    ]);
  } finally {
    await one.close();
  }
});

const itemsOfOther = async () => {
  const [row] = await db.database.within(other, ({ query }) =>
    query<{ n: number }>(sql`select count(*) as n from items`),
  );
  return row?.n;
};

test('somebody named by an id of another workspace is nobody here', async () => {
  const answer = await db.execute({
    operation: createItem,
    workspace: other,
    bearer: stranger,
    input: { title: 'x', assignee: theirs['bot'] },
  });
  assert(isRefusal(answer));
  assert.equal(answer.refused, 'unknown_reference');
});
