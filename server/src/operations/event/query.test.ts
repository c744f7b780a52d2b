import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { placeAll } from '../../../test/place-all.ts';
import { type LedgerEvent, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, claimItem, deliverClaim, readyItem } from '../../../test/world.ts';
import { sql } from '../../store/sql.ts';
import createItem from '../item/create.ts';
import listRequests from '../request/list.ts';
import respond from '../request/respond.ts';
import createTeam from '../team/create.ts';
import eventChain from './chain.ts';
import eventGet from './get.ts';
import listEvents from './list.ts';

type Entry = LedgerEvent & { position: number; team: string | null };
type Chain = { causes: Entry[]; event: Entry; effects: Entry[] };

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let team: { id: string };
let item: Item;
let waiting: Item;
let review: string;
const HOUR = 3_600_000;

before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  team = await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  item = await readyItem(db.operator, { team: 'OPS' });
  waiting = await db.operator<Item>(createItem, { title: 'Waits', blockedBy: [item.id] });
  db.clock.advance(HOUR);
  await deliverClaim(db.as('bot'), await claimItem(db.as('bot'), item));
  const { items } = await db.operator<Page<{ id: string }>>(listRequests, { item: item.id, state: 'open' });
  review = items[0]?.id ?? '';
  db.clock.advance(HOUR);
  await db.operator(respond, { id: review, verdicts: [{ criterion: 'c1', verdict: 'pass' }] });
  await placeAll(db.database, db.workspace);
});

const find = async (input: object) => (await db.as('Ben')<Page<Entry>>(listEvents, { limit: 200, ...input })).items;
const typesOf = async (input: object) => (await find(input)).map(({ type }) => type);

test('the ledger is asked by who did it, by id, by name or as `me`', async () => {
  assert.deepEqual(await typesOf({ actor: people.bot }), ['item.claimed', 'item.delivered', 'request.opened']);
  assert.deepEqual(await find({ actor: 'bot' }), await find({ actor: people.bot }));
  assert.deepEqual(await find({ actor: 'me' }), []);
});

test('it is asked by what happened: one type, or all of an area', async () => {
  assert.deepEqual(await typesOf({ type: 'item.accepted' }), ['item.accepted']);
  assert.deepEqual(await typesOf({ type: 'request.' }), ['request.opened', 'request.answered']);
  assert.deepEqual(await typesOf({ type: 'item' }), []);
  assert.deepEqual(await typesOf({ type: 'item.cl' }), []);
});

test('it is asked by team, by request and by whom or what it is about', async () => {
  assert.deepEqual(new Set((await find({ team: 'OPS' })).map((one) => one.team)), new Set([team.id]));
  assert.deepEqual(await find({ team: team.id }), await find({ team: 'ops' }));
  assert.deepEqual(await typesOf({ request: review }), ['request.opened', 'request.answered']);
  assert.deepEqual(await typesOf({ subject: people.bot }), ['participant.created']);
  assert.deepEqual(await typesOf({ subject: team.id }), ['team.created']);
});

test('it is asked by time, both ends included', async () => {
  const at = (hours: number) => new Date(db.clock.now - hours * HOUR).toISOString();
  assert.deepEqual(await typesOf({ from: at(1), until: at(1) }), ['item.claimed', 'item.delivered', 'request.opened']);
  assert.deepEqual(await typesOf({ from: new Date(db.clock.now + 1).toISOString() }), []);
  assert.equal((await find({ until: at(2) })).length + (await find({ from: at(1) })).length, (await find({})).length);
});

test('several filters at once leave what all of them let through', async () => {
  assert.deepEqual(await typesOf({ actor: 'bot', type: 'item.', item: item.key }), ['item.claimed', 'item.delivered']);
  assert.deepEqual(await typesOf({ actor: 'bot', item: waiting.id }), []);
});

test('the newest first is the same in the other direction, page by page', async () => {
  const oldest = await find({});
  const newest: Entry[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const page: Page<Entry> = await db.operator(listEvents, { order: 'newest', after: Number(after), limit: 4 });
    newest.push(...page.items);
    after = page.next;
  }
  assert.deepEqual(newest.toReversed(), oldest);
});

test('one fact is read by its id, with its place', async () => {
  const [claimed] = await find({ type: 'item.claimed' });
  assert.deepEqual(await db.as('Ben')(eventGet, { id: claimed?.id }), claimed);
});

test('a fact is followed back to the first cause and on to what it caused', async () => {
  const [answered] = await find({ type: 'request.answered' });
  const chain = await db.as('Ben')<Chain>(eventChain, { id: answered?.id });
  assert.deepEqual(chain.causes, []);
  assert.deepEqual(
    chain.effects.map(({ type }) => type),
    ['item.accepted', 'dependency.satisfied'],
  );
  const [, satisfied] = chain.effects;
  const back = await db.operator<Chain>(eventChain, { id: satisfied?.id });
  assert.deepEqual(back, { causes: [answered], event: satisfied, effects: [] });
});

test('a chain of any length is followed to its beginning', async () => {
  const ids = Array.from({ length: 30 }, () => db.ids.next());
  await db.database.within(db.workspace, async ({ query, workspace }) => {
    for (const [i, id] of ids.entries()) {
      const body = {
        id,
        type: 'test.followed',
        at: new Date(db.clock.now).toISOString(),
        workspace,
        actor: { id: people.bot, kind: 'agent' },
        onBehalfOf: [],
        act: null,
        authority: 'system',
        approval: null,
        cause: ids[i - 1] ?? null,
        item: null,
        team: null,
        request: null,
        subject: null,
        data: {},
      };
      await query(
        sql`insert into events (workspace, id, item, body) values (${workspace}, ${id}, null, ${JSON.stringify(body)})`,
      );
    }
  });
  await placeAll(db.database, db.workspace);
  const { causes } = await db.operator<Chain>(eventChain, { id: ids.at(-1) });
  assert.deepEqual(
    causes.map(({ id }) => id),
    ids.slice(0, -1),
  );
});

test('what is asked for and not here is refused by the name of its field', async () => {
  const nowhere = '0197a000-0000-7000-8000-00000000dead';
  assert.equal((await db.operator.refused(listEvents, { actor: 'nobody' })).refused, 'unknown_reference');
  assert.equal((await db.operator.refused(listEvents, { team: 'NONE' })).refused, 'unknown_reference');
  for (const bad of [{ request: 'x' }, { subject: 'x' }, { from: 'yesterday' }, { order: 'random' }, { type: '' }])
    assert.equal((await db.operator.refused(listEvents, bad)).refused, 'invalid_input', JSON.stringify(bad));
  for (const operation of [eventGet, eventChain])
    for (const id of [nowhere, 'x']) assert.equal((await db.operator.refused(operation, { id })).refused, 'not_found');
});

test('every fact that has a place is in the index, which nobody changes', async () => {
  await db.database.within(db.workspace, async ({ query }) => {
    const [left] = await query(sql`
      select (select count(*) from ledger_entries) - (select count(*) from ledger_index) as n`);
    assert.deepEqual(left, { n: 0 });
    await assert.rejects(query(sql`delete from ledger_index`), { code: /42501|CO403/ });
    await assert.rejects(query(sql`update ledger_index set actor = id`), { code: /42501|CO403/ });
  });
});
