import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, claimItem, clear, readyItem } from '../../../test/world.ts';
import { raw, sql } from '../../store/sql.ts';
import artifactCreate from '../artifact/create.ts';
import listEvents from '../event/list.ts';
import listInbox from '../inbox/list.ts';
import commentItem from '../item/comment.ts';
import createItem from '../item/create.ts';
import dependItem from '../item/depend.ts';
import getItem from '../item/get.ts';
import listItems from '../item/list.ts';
import undependItem from '../item/undepend.ts';
import updateItem from '../item/update.ts';
import createParticipant from '../participant/create.ts';
import getParticipant from '../participant/get.ts';
import getMe from '../participant/me.ts';
import updateParticipant from '../participant/update.ts';
import createOutcome from '../outcome/create.ts';
import getOutcome from '../outcome/get.ts';
import updateOutcome from '../outcome/update.ts';
import createRequest from '../request/create.ts';
import releaseRun from '../run/release.ts';
import createToken from '../token/create.ts';
import createView from '../view/create.ts';
import createTeam from '../team/create.ts';
import getTeam from '../team/get.ts';
import createSample from './create.ts';
import removeSample from './remove.ts';

type Sample = { team: string; outcome: string; participants: string[] };

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
  const item = await readyItem(db.operator);
  await db.as('bot')(commentItem, { id: item.id, text: 'Real.' });
  await db.operator(artifactCreate, { name: 'real', text: 'Real.' });
});

const isHere = async () => (await db.operator<{ workspace: { sample: boolean } }>(getMe)).workspace.sample;
const sampleItems = async ({ team }: Sample) => (await db.operator<Page<Item>>(listItems, { team, limit: 200 })).items;

/** The rows of every table but those of the ledger and the tokens' notifications. */
async function allRows(): Promise<[string, unknown][]> {
  const tables = await db.database.global<{ name: string }>(sql`
    select table_name::text as name from information_schema.columns where table_schema = 'coact' and column_name = 'workspace'
      and table_name <> 'events' and table_name not like 'ledger%' order by 1`);
  return db.database.within(db.workspace, ({ query }) =>
    Promise.all(
      tables.map(async ({ name }): Promise<[string, unknown]> => [
        name,
        await query(raw(`select md5(string_agg(t::text, ',' order by t::text)) as sum from ${name} t`)),
      ]),
    ),
  );
}

test('the sample is a small organisation with work in every state, and removing it leaves every row as it was', async () => {
  const before = await allRows();
  assert.equal(await isHere(), false);
  const sample = await db.operator<Sample>(createSample);
  assert.equal(await isHere(), true);

  const items = await sampleItems(sample);
  const states = Object.groupBy(items, ({ state }) => state);
  assert.deepEqual(Object.keys(states).sort(), ['active', 'cancelled', 'done', 'draft', 'ready', 'review']);
  assert(items.length >= 20);
  assert(items.some(({ blocked }) => blocked));
  assert.equal(items.filter(({ intake }) => intake).length, 2);
  assert(items.some(({ run }) => run?.activity && run.usage.cost > 0 && run.progress));
  const outcome = await db.operator<{ items: object; measures: { current: number }[] }>(getOutcome, {
    id: sample.outcome,
  });
  assert.deepEqual(
    outcome.measures.map(({ current }) => current),
    [78, 83],
  );

  const inbox = await db.operator<{ items: { kind: string }[] }>(listInbox);
  assert.deepEqual([...new Set(inbox.items.map(({ kind }) => kind))].sort(), [
    'exception',
    'handoff',
    'question',
    'review',
  ]);
  await checkWorld(db.database, db.workspace);

  await db.operator(removeSample);
  assert.equal(await isHere(), false);
  assert.deepEqual(await allRows(), before);
  await checkWorld(db.database, db.workspace);
  assert.equal((await db.operator.refused(getTeam, { id: sample.team })).refused, 'not_found');
});

test('the ledger keeps what the sample did, in the order of its times, each fact with who did it and by what right', async () => {
  const sample = await db.operator<Sample>(createSample);
  await checkWorld(db.database, db.workspace);
  const { items: events } = await db.operator<Page<Answer & { at: string; type: string }>>(listEvents, {
    team: sample.team,
    limit: 200,
  });
  assert(events.length > 100);
  const times = events.map(({ at }) => at);
  assert.deepEqual(times, times.toSorted());
  await db.operator(removeSample);
  await checkWorld(db.database, db.workspace);
  const { items: after } = await db.operator<Page<Answer>>(listEvents, { team: sample.team, limit: 200 });
  assert.deepEqual(after, events);
  const { items: ends } = await db.operator<Page<{ data: { items: string[] } }>>(listEvents, {
    type: 'sample.removed',
    subject: sample.team,
  });
  assert.equal(ends.length, 1);
  assert((ends[0]?.data.items.length ?? 0) > 20);
});

test('there is one sample at a time, and none to remove where there is none', async () => {
  assert.equal((await db.operator.refused(removeSample)).refused, 'no_sample');
  await db.operator(createSample);
  assert.equal((await db.operator.refused(createSample)).refused, 'sample_exists');
  await db.operator(removeSample);
  const both = await Promise.all([db.operator.outcome(createSample), db.operator.outcome(createSample)]);
  assert.deepEqual(both.map((one) => ('refused' in one ? one.refused : 'made')).sort(), ['made', 'sample_exists']);
  await db.operator(removeSample);
});

test('only an admin makes or removes the sample', async () => {
  for (const operation of [createSample, removeSample])
    for (const who of ['Ana', 'bot', 'Gus']) assert.equal((await db.as(who).refused(operation)).refused, 'forbidden');
});

test('a real team with the key of the sample keeps it', async () => {
  const real = await db.operator(createTeam, { name: 'Sampling', key: 'SAMPLE' });
  const { team } = await db.operator<Sample>(createSample);
  assert.equal((await db.operator(getTeam, { id: team }))['key'], 'SAMPLE2');
  await db.operator(removeSample);
  assert.equal((await db.operator(getTeam, { id: real.id }))['key'], 'SAMPLE');
});

test('what was tried out on the sample goes with it: work, runs, comments, questions, tokens, views', async () => {
  const before = await allRows();
  const sample = await db.operator<Sample>(createSample);
  const tried = await readyItem(db.as('Ana'), { team: sample.team });
  const { run } = await claimItem(db.as('bot'), tried);
  await db.as('bot')(createRequest, { kind: 'question', item: tried.id, text: 'Which?' });
  await db.as('Ben')(commentItem, { id: tried.id, text: 'Trying.' });
  await db.operator(createToken, { id: sample.participants[1], name: 'tried' });
  await db.operator(createRequest, { kind: 'question', to: sample.participants[0], text: 'Are you there?' });
  await db.operator(createView, { name: 'Tried', layout: 'board', filter: '', team: sample.team });
  await db.operator(removeSample);
  assert.deepEqual(await allRows(), before);
  await checkWorld(db.database, db.workspace);
  assert.equal((await db.as('bot').refused(releaseRun, { id: run.id, fence: run.fence })).refused, 'not_found');
});

test('real work that stands on the sample is named, and nothing is removed before it stands alone', async () => {
  const sample = await db.operator<Sample>(createSample);
  const [mira] = sample.participants;
  const [one] = await sampleItems(sample);
  const waits = await db.operator<Item>(createItem, { title: 'Waits', ...clear });
  const hers = await db.operator<Item>(createItem, { title: 'Hers', ...clear, owner: mira });
  const serving = await db.operator<Item>(createItem, { title: 'Serves', ...clear, serves: sample.outcome });
  await db.operator(dependItem, { id: waits.id, blockedBy: one?.id });
  const agent = await db.operator(createParticipant, { kind: 'agent', name: 'real-agent', sponsor: mira });
  const part = await db.operator(createOutcome, { title: 'A part', parent: sample.outcome });
  const before = await allRows();
  assert.deepEqual(await db.operator.refused(removeSample), {
    refused: 'sample_in_use',
    items: [waits.key, hers.key, serving.key],
    participants: ['real-agent'],
    outcomes: ['A part'],
  });
  assert.deepEqual(await allRows(), before);

  await db.operator(undependItem, { id: waits.id, blocker: one?.id });
  await db.operator(updateItem, { id: hers.id, owner: 'me' }, { ifMatch: hers.version });
  await db.operator(updateItem, { id: serving.id, serves: null }, { ifMatch: serving.version });
  await db.operator(updateParticipant, { id: agent.id, sponsor: 'me' });
  await db.operator(updateOutcome, { id: part.id, parent: null }, { ifMatch: 1 });
  await db.operator(removeSample);
  assert.equal((await db.operator<Item>(getItem, { id: hers.id })).title, 'Hers');
  await checkWorld(db.database, db.workspace);
});

test('whoever of the sample has a part in real work stays known, retired and without a token', async () => {
  const sample = await db.operator<Sample>(createSample);
  const builder = sample.participants[1] ?? '';
  const real = await readyItem(db.operator);
  await db.as(builder)(commentItem, { id: real.id, text: 'Seen.' });
  await db.operator(createToken, { id: builder, name: 'tried' });
  await db.operator(removeSample);
  const left = await db.operator<Answer & { status: string; teams: string[] }>(getParticipant, { id: builder });
  assert.deepEqual([left.status, left.teams], ['retired', []]);
  const [tokens] = await db.database.within(db.workspace, ({ query }) =>
    query(sql`select count(*) as n from tokens where participant = ${builder}`),
  );
  assert.deepEqual(tokens, { n: 0 });
  await checkWorld(db.database, db.workspace);
});
