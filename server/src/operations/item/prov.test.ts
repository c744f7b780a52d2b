import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { type Item, type Page, addPeople, claimItem, deliverClaim, readyItem } from '../../../test/world.ts';
import type { ProvDocument } from '../../domain/prov.ts';
import { checkProv, eventsIn } from '../../domain/testing/check-prov.ts';
import ledgerProv from '../ledger/prov.ts';
import listRequests from '../request/list.ts';
import respond from '../request/respond.ts';
import { MOST_FACTS } from '../resources/prov.ts';
import { sql } from '../../store/sql.ts';
import updateItem from './update.ts';
import itemProv from './prov.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
let item: Item;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
  item = await readyItem(db.as('Ana'));
  item = await db.as('Ana')<Item>(updateItem, { id: item.id, outcome: 'Better.' }, { ifMatch: item.version });
  db.clock.advance(60_000);
  for (const verdict of ['fail', 'pass'] as const) {
    const claim = verdict === 'fail' ? await claimItem(db.as('bot'), item) : await taken();
    db.clock.advance(60_000);
    await deliverClaim(db.as('bot'), claim);
    const { items } = await db.operator<Page<{ id: string }>>(listRequests, { item: item.id, state: 'open' });
    const verdicts = [{ criterion: 'c1', verdict, ...(verdict === 'fail' && { reason: 'Not yet.' }) }];
    await db.as('Ana')(respond, { id: items[0]?.id, verdicts });
  }
});

const { default: claimWork } = await import('../work/claim.ts');
const taken = () => db.as('bot')<Awaited<ReturnType<typeof claimItem>>>(claimWork, {});

test('the provenance of an item is sound PROV-JSON, and tells of every one of its facts', async () => {
  const document = await db.operator<ProvDocument>(itemProv, { id: item.key });
  checkProv(document);
  const own = (await db.events()).filter((event) => event.item?.id === item.id);
  assert.deepEqual(eventsIn(document), new Set(own.map(({ id }) => id)));
});

test('a delivery comes from its evidence, by a run of an agent for its sponsor, from a revision of the contract', async () => {
  const document = await db.operator<ProvDocument>(itemProv, { id: item.id });
  const { entity, activity, agent } = document;
  const runs = Object.keys(activity).filter((id) => id.startsWith('coact:run/'));
  assert.equal(runs.length, 2, 'the run that failed, and the one that its return began');
  assert.equal(Object.keys(entity).filter((id) => id.startsWith('coact:delivery/')).length, 2);
  assert(`coact:item/${item.id}/revision/2` in entity);
  assert.equal(agent[`coact:participant/${people.bot}`]?.['prov:type'], 'prov:SoftwareAgent');
  assert(
    Object.values(document.actedOnBehalfOf).some(
      (one) =>
        one['prov:delegate'] === `coact:participant/${people.bot}` &&
        one['prov:responsible'] === `coact:participant/${people.ana}`,
    ),
  );
  assert(Object.values(document.used).some((one) => one['prov:entity'] === `coact:item/${item.id}/revision/2`));
  assert(!JSON.stringify(document).includes('Ana'), 'nobody has a name in it');
});

test('a period is told in one document, and one that holds too much is refused', async () => {
  await placeAll(db.database, db.workspace);
  const period = { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' };
  const document = await db.operator<ProvDocument>(ledgerProv, period);
  checkProv(document);
  for (const { id } of await db.events()) assert(eventsIn(document).has(id));
  const later = await db.operator<ProvDocument>(ledgerProv, { ...period, from: '2026-12-01T00:00:00Z' });
  assert.deepEqual(later.activity, {});
  await db.database.within(db.workspace, ({ query, workspace }) =>
    query(sql`insert into events (workspace, id, item, body)
      select ${workspace}, gen_random_uuid(), ${item.id}, e.body from events e, generate_series(1, ${MOST_FACTS})
      where e.workspace = ${workspace} and e.seq = (select max(seq) from events where workspace = ${workspace})`),
  );
  assert.equal((await db.operator.refused(itemProv, { id: item.id })).refused, 'too_many_facts');
  await placeAll(db.database, db.workspace);
  assert.equal((await db.operator.refused(ledgerProv, period)).refused, 'too_many_facts');
  assert.equal((await db.operator.refused(itemProv, { id: 'GEN-9999' })).refused, 'not_found');
});
