import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type LedgerEvent, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Item, addPeople, readyItem } from '../../../test/world.ts';
import { makeRule } from '../../domain/policy/testing/make-rule.ts';
import commentItem from '../item/comment.ts';
import updateParticipant from '../participant/update.ts';
import updatePolicy from '../policy/update.ts';
import respond from '../request/respond.ts';
import eventAttribution from './attribution.ts';

type Person = { id: string; kind: string; name: string };
type Attribution = {
  actor: Person;
  chain: { participant: Person; answersFor: string; since: { event: string | null } }[];
  accountable: Person | null;
  authority: { text: string; rules: { id: string; because: string; scope: string; version: number }[] };
  approvals: { by: Person; event: string | null }[];
  causes: LedgerEvent[];
};

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let item: Item;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  item = await readyItem(db.as('Ana'), { type: 'law' });
});

async function of(event: LedgerEvent | undefined): Promise<Attribution> {
  await placeAll(db.database, db.workspace);
  return db.operator<Attribution>(eventAttribution, { id: event?.id });
}
const last = async (type: string) => (await db.events(type)).at(-1);

test('for what an agent does its sponsor at that time is accountable, whoever is its sponsor now', async () => {
  await db.as('bot')(commentItem, { id: item.id, text: 'For Ana' });
  const first = await last('item.commented');
  await db.operator(updateParticipant, { id: people.bot, sponsor: people.ben });
  await db.as('bot')(commentItem, { id: item.id, text: 'For Ben' });
  const second = await last('item.commented');
  const [created, changed] = (await db.events()).filter(
    ({ type, subject }) => subject === people.bot && type.startsWith('participant.'),
  );
  assert.deepEqual((await of(first)).accountable?.id, people.ana);
  assert.deepEqual(
    (await of(first)).chain.map(({ participant, answersFor, since }) => [participant.id, answersFor, since.event]),
    [[people.ana, people.bot, created?.id]],
  );
  assert.deepEqual(
    (await of(second)).chain.map(({ participant, since }) => [participant.id, since.event]),
    [[people.ben, changed?.id]],
  );
  await db.operator(updateParticipant, { id: people.bot, sponsor: people.ana });
});

test('an act that was held names whoever asked, whoever approved, and the rule as it was then', async () => {
  const byOwner = { approve: { by: ['owner' as const], count: 1 } };
  const when = { action: 'item.comment', type: 'law', actorKind: 'agent' as const };
  const rule = makeRule('law-needs-the-owner', when, byOwner, 'Words on law are read first.');
  await db.operator(updatePolicy, { rules: [rule] }, { ifMatch: 0 });
  const held = await db.as('bot').outcome(commentItem, { id: item.id, text: 'Held' });
  const { request } = (held as { body: { request: { id: string } } }).body;
  db.clock.advance(1_000);
  await db.as('Ana')(respond, { id: request.id, accept: true });
  db.clock.advance(1_000);
  await db.operator(updatePolicy, { rules: [{ ...rule, because: 'Changed later.' }] }, { ifMatch: 1 });
  const said = await of(await last('item.commented'));
  const answered = await last('request.answered');
  assert.deepEqual([said.actor.id, said.accountable?.id], [people.bot, people.ana]);
  assert.deepEqual(
    said.approvals.map(({ by, event }) => [by.id, event]),
    [[people.ana, answered?.id]],
  );
  assert.deepEqual(said.authority.rules, [
    { id: 'law-needs-the-owner', because: 'Words on law are read first.', scope: 'workspace', version: 1 },
  ]);
  assert.deepEqual(
    said.causes.map(({ id }) => id),
    [answered?.id],
  );
});

test('a human answers for what they do themselves', async () => {
  const said = await of(await last('policy.updated'));
  assert.equal(said.accountable?.id, said.actor.id);
  assert.deepEqual([said.chain, said.approvals, said.causes], [[], [], []]);
});

test('a fact that is not here has nobody behind it', async () => {
  assert.equal((await db.operator.refused(eventAttribution, { id: db.ids.next() })).refused, 'not_found');
  assert.equal((await db.operator.refused(eventAttribution, { id: 'x' })).refused, 'not_found');
});
