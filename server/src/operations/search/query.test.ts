import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Item, type Page, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import artifactCreate from '../artifact/create.ts';
import commentItem from '../item/comment.ts';
import createItem from '../item/create.ts';
import updateItem from '../item/update.ts';
import createParticipant from '../participant/create.ts';
import deliverRun from '../run/deliver.ts';
import createTeam from '../team/create.ts';
import searchQuery from './query.ts';

type Result = {
  kind: string;
  id: string;
  key: string | null;
  title: string;
  item: Item | null;
  by: string | null;
  at: string | null;
  snippet: { text: string; marks: [number, number][] };
};

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const search = async (q: string, limit = 20) => (await db.as('Ben')<Page<Result>>(searchQuery, { q, limit })).items;
const titles = async (q: string, limit = 20) => (await search(q, limit)).map(({ title }) => title);
const marked = ({ snippet: { text, marks } }: Result) => marks.map(([start, end]) => text.slice(start, end));

test('items are found by words of their title, contract and background, the title weighing most', async () => {
  await db.operator(createItem, { title: 'Background', context: 'a zebra in the context' });
  await db.operator(createItem, { title: 'Criterion', criteria: [{ text: 'zebras are counted' }] });
  await db.operator(createItem, { title: 'Zebra crossing' });
  assert.deepEqual(await titles('zebra'), ['Zebra crossing', 'Criterion', 'Background']);
  assert.deepEqual(await titles('zebra', 1), ['Zebra crossing']);
  assert.deepEqual(await titles('zebra -crossing counted'), ['Criterion']);
  assert.deepEqual(await titles('"crossing zebra"'), []);
  assert.deepEqual(await titles('"zebra crossing"'), ['Zebra crossing']);
  assert.deepEqual(await titles('zebra -"zebra crossing"'), ['Criterion', 'Background']);
  assert.deepEqual(await titles('-zebra'), []);
});

test('a key finds its item first, as lists show it', async () => {
  const item = await db.operator<Item>(createItem, { title: 'By key' });
  const [first] = await search(item.key.toLowerCase());
  assert.deepEqual([first?.kind, first?.id, first?.key, first?.item?.state], ['item', item.id, item.key, 'draft']);
});

test('an edit is found at once, and what it took away no longer', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Giraffe' });
  await db.operator(updateItem, { id: item.id, title: 'Ostrich' });
  assert.deepEqual([await titles('giraffe'), await titles('ostrich')], [[], ['Ostrich']]);
});

test('a word is found before it is typed to its end, after what has the whole word', async () => {
  await db.operator(createItem, { title: 'Certification of the boiler' });
  await db.operator(createItem, { title: 'Certain certifications' });
  for (const q of ['cert', 'certi', 'certif', 'certifica', 'certificatio', 'certification', 'boiler certi', 'the boil'])
    assert((await titles(q)).includes('Certification of the boiler'), q);
  assert.deepEqual(await titles('boiler certify'), ['Certification of the boiler']);
  assert.deepEqual(await titles('boilers certain'), []);
  await db.operator(createItem, { title: 'Marks' });
  await db.operator(createItem, { title: 'Marksmanship' });
  assert.deepEqual(await titles('mark'), ['Marks', 'Marksmanship']);
});

test('a snippet shows where the words are, as offsets into plain text', async () => {
  await db.operator(createItem, {
    title: 'Plain',
    outcome: `${'Nothing here. '.repeat(60)} A <b>pangolin</b> walks,\nand another Pangolin rests. ${'Nothing here. '.repeat(60)}`,
  });
  const [found] = await search('pangolins');
  assert(found);
  assert.deepEqual(marked(found), ['pangolin', 'Pangolin']);
  assert.match(found.snippet.text, /^….*A <b>pangolin<\/b> walks, and another Pangolin rests\..*…$/);
  const [byTitle] = await search('plain');
  assert.deepEqual([byTitle?.snippet.text, byTitle && marked(byTitle)], ['Plain', ['Plain']]);
});

test('what somebody said about an item is found, with the item', async () => {
  const item = await db.operator<Item>(createItem, { title: 'Quiet title' });
  await db.as('bot')(commentItem, { id: item.id, text: 'The okapi was seen by night.' });
  const [found, ...others] = await search('okapis seen');
  assert.deepEqual(others, []);
  assert(found);
  assert.deepEqual(
    [found.kind, found.key, found.title, found.item?.id, found.by],
    ['comment', item.key, 'Quiet title', item.id, people.bot],
  );
  assert.deepEqual(marked(found), ['okapi', 'seen']);
  assert.deepEqual(
    (await search('oka')).map(({ kind }) => kind),
    ['comment'],
  );
});

test('an artifact is found by its name, with the item that it was evidence for', async () => {
  const claim = await claimItem(db.as('bot'), await readyItem(db.operator));
  await db.as('bot')(deliverRun, {
    id: claim.run.id,
    fence: claim.run.fence,
    summary: 'Done.',
    evidence: [{ criterion: 'c1', name: 'lighthouse-report.json', text: 'fast' }],
  });
  const loose = await db.operator<{ sha256: string }>(artifactCreate, { name: 'lighthouse_picture.png', text: 'x' });
  for (const q of ['report lighthouse', 'lighthouse-report.json', 'lighthouse rep']) {
    const [found] = await search(q);
    assert.deepEqual(
      [found?.kind, found?.title, found?.item?.id],
      ['artifact', 'lighthouse-report.json', claim.item.id],
    );
  }
  const [found] = await search('light');
  assert(found);
  assert.deepEqual(new Set((await search('light')).map(({ id }) => id)).has(loose.sha256), true);
  assert.deepEqual(marked(found), ['lighthouse']);
});

test('people, agents and teams are found by their names and how they begin, before work that mentions them', async () => {
  const { id } = await db.operator(createParticipant, {
    kind: 'human',
    name: 'Wilhelmina Roe',
    email: 'wr@okto.example',
  });
  const team = await db.operator(createTeam, { name: 'Wilhelm street', key: 'WIL' });
  await db.operator(createItem, { title: 'Call Wilhelmina' });
  const first = (await search('wilhelm')).slice(0, 2).map((one) => one.id);
  assert.deepEqual(new Set(first), new Set([id, team.id]));
  assert.equal((await search('wilhelmina r'))[0]?.id, id);
  assert.equal((await search('wr@okto.example'))[0]?.id, id);
  assert.deepEqual((await search('WIL')).find(({ kind }) => kind === 'team')?.key, 'WIL');
});

test('however much is found, it is no more than asked for, each once', async () => {
  for (let i = 0; i < 30; i += 1) {
    const item = await db.operator<Item>(createItem, { title: `Wombat ${i}` });
    await db.operator(commentItem, { id: item.id, text: 'Wombat!' });
  }
  const found = await search('wombat', 25);
  assert.equal(found.length, 25);
  assert.equal(new Set(found.map(({ kind, id }) => `${kind} ${id}`)).size, 25);
  assert(found.every(({ snippet }) => snippet.marks.length === 1));
});

test('nothing that somebody types is an error', async () => {
  const odd = [
    '&|!()<->',
    "'",
    '"',
    '\\',
    '%',
    'GEN-',
    ':*',
    '-',
    'a'.repeat(500),
    '🚀',
    'the',
    'th',
    'or',
    'a or',
    '日本',
    "o'brien",
    'x\u0001y',
    'ﬁ',
    'İ',
  ];
  for (const q of odd) assert(Array.isArray(await titles(q)), q);
  assert.equal((await db.operator.refused(searchQuery, { q: ' ' })).refused, 'invalid_input');
});
