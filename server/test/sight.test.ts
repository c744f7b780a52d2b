import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Operation } from '../src/operations/define.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import { createAuthenticator } from '../src/operations/authenticate.ts';
import comment from '../src/operations/item/comment.ts';
import createItem from '../src/operations/item/create.ts';
import getItem from '../src/operations/item/get.ts';
import listItems from '../src/operations/item/list.ts';
import share from '../src/operations/item/share.ts';
import shares from '../src/operations/item/shares.ts';
import unshare from '../src/operations/item/unshare.ts';
import listEvents from '../src/operations/event/list.ts';
import listInbox from '../src/operations/inbox/list.ts';
import listParticipants from '../src/operations/participant/list.ts';
import me from '../src/operations/participant/me.ts';
import createRequest from '../src/operations/request/create.ts';
import listRequests from '../src/operations/request/list.ts';
import respond from '../src/operations/request/respond.ts';
import search from '../src/operations/search/query.ts';
import snapshot from '../src/operations/snapshot/get.ts';
import createTeam from '../src/operations/team/create.ts';
import listTeams from '../src/operations/team/list.ts';
import createToken from '../src/operations/token/create.ts';
import claimWork from '../src/operations/work/claim.ts';
import type { Bearer } from '../src/store/people.ts';
import { sql } from '../src/store/sql.ts';
import { type Answer, type Caller, type TestDatabase, testDatabase } from './database.ts';
import { placeAll } from './place-all.ts';
import { type Claim, type Item, type Page, addPeople, deliverClaim, readyItem } from './world.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let own: Item;
let other: Item;
let team: Answer;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  team = await db.operator(createTeam, { name: 'Lighthouse', key: 'LIGHT' });
  own = await readyItem(db.as('Ana'), { title: 'Paint the lighthouse', team: 'LIGHT' });
  other = await readyItem(db.as('Ben'), { title: 'Paint the harbour' });
  await db.as('Ben')(comment, { id: other.id, text: 'a lighthouse would be nice' });
});

const placed = () => placeAll(db.database, db.workspace);

const ids = async (caller: Caller, list: Operation, input: object = {}) =>
  (await caller<Page<Answer>>(list, input)).items.map(({ id }) => id);

/** Whoever shows a token with these limits. */
async function withToken(who: string, limits: object): Promise<Caller> {
  const owner = who === 'bot' ? 'Ana' : who;
  const { token } = await db.as(owner)<{ token: string }>(createToken, { id: who, name: 'limited', ...limits });
  const found = await createAuthenticator({ database: db.database, now: () => db.clock.now }).authenticate(token);
  return db.as(found?.bearer as Bearer);
}

test('a guest with whom nothing is shared finds nothing and nobody', async () => {
  const gus = db.as('Gus');
  for (const list of [listItems, listTeams, listEvents, listInbox, listRequests])
    assert.deepEqual(await ids(gus, list), [], list.name);
  assert.deepEqual(await ids(gus, listParticipants), [people.gus]);
  assert.deepEqual((await gus<{ items: unknown[] }>(snapshot)).items, []);
  assert.deepEqual((await gus<{ items: unknown[] }>(search, { q: 'lighthouse' })).items, []);
  assert.equal((await gus.refused(getItem, { id: own.key })).refused, 'not_found');
});

test('what is shared is seen, with the people that it names, and nothing beside it', async () => {
  const gus = db.as('Gus');
  await db.as('Ana')(share, { id: own.key, with: 'Gus' });
  assert.deepEqual(await ids(gus, listItems), [own.id]);
  assert.deepEqual(await ids(gus, listTeams), [team.id]);
  assert.deepEqual((await ids(gus, listParticipants)).toSorted(), [people.ana, people.gus].toSorted());
  assert.deepEqual(
    (await gus<{ items: { title: string }[] }>(search, { q: 'lighthouse' })).items.map(({ title }) => title),
    ['Lighthouse', 'Paint the lighthouse'],
  );
  await placed();
  const facts = (await gus<Page<{ item: { id: string } | null }>>(listEvents)).items;
  assert(facts.length > 0 && facts.every(({ item }) => item?.id === own.id));
  assert.equal((await gus.refused(getItem, { id: other.key })).refused, 'not_found');
  assert.equal((await gus.refused(comment, { id: own.key, text: 'hm' })).refused, 'forbidden');
});

test('a guest comments and works as far as the share goes', async () => {
  const gus = db.as('Gus');
  await db.as('Ana')(share, { id: own.key, with: 'Gus', may: 'comment' });
  await gus(comment, { id: own.key, text: 'White, please.' });
  assert.equal((await gus.refused(comment, { id: other.key, text: 'hm' })).refused, 'not_found');
  assert.equal((await gus.refused(claimWork, { item: own.key })).refused, 'forbidden');
  await db.operator(share, { id: own.key, with: 'Gus', may: 'work' });
  const claim = await gus<Claim>(claimWork, { item: own.key });
  await deliverClaim(gus, claim);
  const { abilities } = await gus<{ abilities: string[] }>(me);
  assert.deepEqual(
    ['work.claim', 'run.deliver', 'item.comment', 'item.create', 'event.list', 'policy.get'].map((one) =>
      abilities.includes(one),
    ),
    [true, true, true, false, true, false],
  );
});

test('of the requests about a shared item a guest sees those that ask them, and answers them', async () => {
  const gus = db.as('Gus');
  const asked = await db.as('Ana')(createRequest, { kind: 'question', text: 'Which white?', item: own.id, to: 'Gus' });
  await db.as('Ana')(createRequest, { kind: 'question', text: 'Secret?', item: own.id, to: 'Ben' });
  await db.as('Ana')(createRequest, { kind: 'question', text: 'Elsewhere?', to: 'Gus' });
  assert.deepEqual(await ids(gus, listRequests, { kind: 'question' }), [asked.id]);
  await placed();
  const told = JSON.stringify(await gus(listEvents, { limit: 200 }));
  assert(told.includes('Which white?') && !told.includes('Secret?'));
  await gus(respond, { id: asked.id, answer: 'Chalk' });
});

test('who shares: the owner, the lead and admins, with guests alone; a share ends at once', async () => {
  assert.equal((await db.as('Ben').refused(share, { id: own.key, with: 'Gus' })).refused, 'forbidden');
  assert.equal((await db.as('Ana').refused(share, { id: own.key, with: 'Ben' })).refused, 'unknown_reference');
  assert.equal((await db.as('Gus').refused(share, { id: own.key, with: 'Gus', may: 'work' })).refused, 'forbidden');
  assert.deepEqual(
    (await db.as('Ana')<Page<{ with: string; may: string }>>(shares, { id: own.key })).items.map((one) => [
      one.with,
      one.may,
    ]),
    [[people.gus, 'work']],
  );
  await db.as('Ana')(unshare, { id: own.key, participant: 'Gus' });
  assert.equal((await db.as('Gus').refused(getItem, { id: own.key })).refused, 'not_found');
  assert.equal((await db.as('Ana').refused(unshare, { id: own.key, participant: 'Gus' })).refused, 'not_found');
  await placed();
  const told = await db.as('Gus')<Page<{ type: string }>>(listEvents, { limit: 200, order: 'newest' });
  assert.equal(told.items[0]?.type, 'item.unshared');
});

test('a token kept to one team sees and touches its work alone', async () => {
  const limited = await withToken('Ben', { teams: ['LIGHT'] });
  assert.deepEqual(await ids(limited, listItems), [own.id]);
  assert.deepEqual(await ids(limited, listTeams), [team.id]);
  assert.equal((await limited.refused(comment, { id: other.key, text: 'hm' })).refused, 'not_found');
  await limited(comment, { id: own.key, text: 'hm' });
  assert.equal((await limited<Item>(createItem, { title: 'Sweep' })).team, team.id);
  assert.equal((await limited.refused(createItem, { title: 'Sweep', team: 'GEN' })).refused, 'unknown_reference');
  await placed();
  const facts = (await limited<Page<{ team: string | null; subject: string | null }>>(listEvents)).items;
  assert(facts.every((one) => one.team === team.id || one.subject === team.id));
  assert.equal((await limited<Page<Answer>>(search, { q: 'harbour' })).items.length, 0);
});

test('an agent kept to one team claims its work alone, and what follows from that reaches other teams', async () => {
  const blocker = await readyItem(db.as('Ana'), { title: 'Buy paint', team: 'LIGHT', priority: 0 });
  const waiting = await readyItem(db.as('Ben'), { title: 'Use the paint', blockedBy: [blocker.id], priority: 0 });
  const limited = await withToken('bot', { teams: ['LIGHT'], scopes: ['work'] });
  const claim = await limited<Claim>(claimWork, {});
  assert.equal(claim.item.id, blocker.id);
  await deliverClaim(limited, claim);
  const [review] = await ids(db.as('Ana'), listRequests, { item: blocker.id, kind: 'review' });
  await (
    await withToken('Ana', { teams: ['LIGHT'] })
  )(respond, {
    id: review,
    verdicts: claim.item.criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' })),
  });
  assert.equal((await db.operator<Item>(getItem, { id: waiting.id })).blocked, false);
  assert.equal(await limited(claimWork, {}), null);
});

test('what a token is not made for is refused, whatever its participant may', async () => {
  const limited = await withToken('Operator', { scopes: ['read'] });
  assert.equal((await limited.refused(createItem, { title: 'x' })).refused, 'out_of_scope_token');
  assert.deepEqual((await limited(me))['scopes'], ['read']);
  const maker = await withToken('Operator', { scopes: ['token.create', 'read'] });
  assert.equal((await maker.refused(createToken, { id: 'me', name: 'x' })).refused, 'out_of_scope_token');
  await maker(createToken, { id: 'me', name: 'x', scopes: ['read'] });
  assert.equal(
    (await db.operator.refused(createToken, { id: 'me', name: 'x', scopes: ['all'] })).refused,
    'invalid_input',
  );
  assert.equal(
    (await db.operator.refused(createToken, { id: 'me', name: 'x', teams: ['NOPE'] })).refused,
    'unknown_reference',
  );
});

test('every table that tells of work, people or facts is kept from those who do not see all', async () => {
  const rows = await db.database.global<{ name: string }>(sql`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'coact'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped
    where c.relkind = 'r' and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'in_sight')
    order by 1`);
  assert.deepEqual(
    rows.map(({ name }) => name),
    open.toSorted(),
  );
});

/** They hold hashes, keys of the server, or nothing that any query shows to whoever does not see all. */
const open = [
  'retention',
  'ledger_checkpoints',
  'ledger_entries',
  'ledger_heads',
  'ledger_keys',
  'ledger_tiles',
  'oauth_records',
  'samples',
];

test('a connection that sees a part is given back seeing everything', async () => {
  await db.database.within(db.workspace, async (connection) => {
    const count = async () => (await connection.query(sql`select 1 from items`)).length;
    const all = await count();
    const sight = { self: people.gus, guest: true, teams: null };
    await assert.rejects(
      connection.seeing(sight, async () => {
        assert.equal(await count(), 0);
        throw new Error('x');
      }),
    );
    assert.equal(await count(), all);
  });
  assert(!isRefusal(await db.operator.outcome(listItems)));
});
