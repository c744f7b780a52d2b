import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Item, ItemCreateInput } from 'coact';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import type { Person } from './sessions.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { inbox, item: says, work } = words;
const { states } = words.common;

let stage: Stage;
let ben: Person;
let agent: Awaited<ReturnType<Stage['hire']>>;
let page: Page;

before(async () => {
  if (skip) return;
  stage = await openStage();
  ben = await stage.invite('Ben Okafor');
  agent = await stage.hire('desk-bot');
  page = await stage.open('/inbox', { as: ben });
});

const clear: Omit<ItemCreateInput, 'title'> = {
  outcome: 'Nobody has to ask twice.',
  criteria: [{ text: 'It is written down' }],
  priority: 'medium',
};

/** Work that Ben is accountable for and that the agent has taken. */
async function atWork(title: string) {
  const { id, key } = await ben.client.item.create({ title, ...clear });
  await ben.client.item.commit({ id });
  const claim = await agent.client.work.claim({ item: id });
  assert(claim);
  const { run } = claim;
  return { id, key, run: run.id, fence: run.fence };
}

const read = (key: string) => ben.client.item.get({ id: key });
/** One side of the item, as the server has it. */
const readPart = async <Part extends keyof Item>(key: string, part: Part) => (await read(key))[part];

test(
  'work that is offered stays where it is until the member accepts it; then they are the one who does it',
  { skip },
  async () => {
    const { key } = await atWork('Answer the last two letters');
    const text = 'Two letters need somebody who may promise money';
    await agent.client.request.create({ kind: 'handoff', item: key, to: ben.id, text, remaining: 'Letters 7 and 9' });
    await page.getByRole('heading', { name: text }).waitFor();
    await page.getByText('Letters 7 and 9').waitFor();
    assert.equal(await readPart(key, 'executor'), agent.id);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.getByText(inbox.nothing, { exact: true }).waitFor();
    await eventually(() => readPart(key, 'executor'), ben.id);
    assert.equal(await readPart(key, 'state'), 'active');
  },
);

test('a delivery is verified by the member with the evidence before the eyes', { skip }, async () => {
  const { key, run, fence } = await atWork('List the open letters');
  const evidence = [{ criterion: 'c1', name: 'letters.txt', text: '14 letters, the oldest from Monday' }];
  await agent.client.run.deliver({ id: run, fence, summary: 'Listed.', evidence });
  await page.getByRole('heading', { name: inbox.verify('List the open letters') }).waitFor();
  await page.getByText('14 letters, the oldest from Monday').waitFor();
  await page.locator('label', { hasText: inbox.review.pass }).click();
  await page.getByRole('button', { name: inbox.review.accept }).click();
  await page.getByText(inbox.nothing, { exact: true }).waitFor();
  await eventually(() => readPart(key, 'state'), 'done');
});

test(
  'two who edit the same part see both texts side by side; nothing is written before the reader has said which stands',
  { skip },
  async () => {
    const { id, key } = await ben.client.item.create({ title: 'Explain the fees', ...clear });
    await page.goto(`/items/${key}`);
    const { title } = says.texts.outcome;
    const part = page.getByRole('region', { name: title, exact: true });
    const edit = async (text: string) => {
      await part.getByRole('button', { name: new RegExp(`: ${title}$`) }).click();
      await part.getByRole('textbox', { name: title }).fill(text);
    };
    await edit('Customers know each fee.');
    const { version } = await read(key);
    await stage.owner.item.update({ id, outcome: 'The bank knows each fee.' }, { ifMatch: version });
    await part.getByText(says.conflict).waitFor();
    await part.getByRole('region', { name: says.theirs }).getByText('The bank knows each fee.').waitFor();
    await part.getByRole('region', { name: says.mine }).getByText('Customers know each fee.').waitFor();
    assert.equal(await readPart(key, 'outcome'), 'The bank knows each fee.');
    await part.getByRole('button', { name: says.keepMine }).click();
    await eventually(() => readPart(key, 'outcome'), 'Customers know each fee.');
    await part.getByText(says.conflict).waitFor({ state: 'detached' });
  },
);

test('who edits another part stands in nobody’s way', { skip }, async () => {
  const { id, key } = await ben.client.item.create({ title: 'Explain the times', ...clear });
  await page.goto(`/items/${key}`);
  const { title } = says.texts.context;
  const part = page.getByRole('region', { name: title, exact: true });
  await part.getByRole('button', { name: new RegExp(`: ${title}$`) }).click();
  await part.getByRole('textbox', { name: title }).fill('The desk closes at six.');
  await stage.owner.item.update(
    { id, outcome: 'Everybody knows when we are there.' },
    { ifMatch: await readPart(key, 'version') },
  );
  await page.getByText('Everybody knows when we are there.').waitFor();
  await part.getByRole('button', { name: new RegExp(`^${says.save}`) }).click();
  await part.getByRole('button', { name: new RegExp(`: ${title}$`) }).waitFor();
  const { context, outcome } = await read(key);
  assert.deepEqual(
    { context, outcome },
    { context: 'The desk closes at six.', outcome: 'Everybody knows when we are there.' },
  );
});

test(
  'several are changed at once in the list; those that are refused are named with the reason',
  { skip },
  async () => {
    const titles = ['Sort the shelf', 'Sort the drawer'];
    const made = await Promise.all(titles.map((title) => ben.client.item.create({ title, ...clear })));
    const { key: vague } = await ben.client.item.create({ title: 'Sort the cellar' });
    await page.goto('/work?layout=list&filter=Sort');
    for (const { key } of [...made, { key: vague }])
      await page.getByRole('checkbox', { name: work.card.select(key), exact: true }).check();
    const bar = page.getByRole('toolbar', { name: work.many.bar });
    await bar.getByText(work.many.chosen(3)).waitFor();
    await bar.getByRole('button', { name: work.many.priority }).click();
    await page.getByRole('menuitem', { name: words.common.priorityWord(0) }).click();
    await page.getByText(work.many.done(3)).waitFor();
    await bar.getByRole('button', { name: work.many.commit }).click();
    const result = page.getByRole('dialog', { name: work.many.doneTitle(2, 1) });
    await result.getByText(vague, { exact: true }).waitFor();
    await result.getByRole('button', { name: work.many.close }).click();
    for (const { key } of made) {
      const { priority, state } = await read(key);
      assert.deepEqual({ priority, state }, { priority: 0, state: 'ready' });
    }
  },
);

const lane = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const card = (key: string) => page.getByRole('listitem').filter({ hasText: key });

test(
  'on the board a card is moved by dragging where that is a legal act, and can be taken back',
  { skip },
  async () => {
    const { key } = await ben.client.item.create({ title: 'Water the plants', ...clear });
    await page.goto('/work?layout=board');
    await drag(key, states.ready);
    await page.getByText(work.moved.commit(key)).waitFor();
    assert.equal(await readPart(key, 'state'), 'ready');
    await page.getByRole('button', { name: words.frame.undo }).click();
    await lane(states.draft).getByText('Water the plants').waitFor();
    await eventually(() => readPart(key, 'state'), 'draft');
  },
);

test('a move that is no legal act changes nothing and says where it was dropped why not', { skip }, async () => {
  const { key } = await ben.client.item.create({ title: 'Feed the cat', ...clear });
  await drag(key, states.active);
  const note = lane(states.active).getByRole('alert');
  await note.getByText(work.moved.notMoved(key)).waitFor();
  await note.getByText(work.moved.whyNot['commit first']('')).waitFor();
  assert.equal(await readPart(key, 'state'), 'draft');
  await note.getByRole('button', { name: work.moved.dismiss }).click();
});

test(
  'the menu moves a card as dragging does, and says beforehand which places are closed and why',
  { skip },
  async () => {
    const { id, key } = await ben.client.item.create({ title: 'Count the chairs', ...clear });
    await ben.client.item.commit({ id });
    await lane(states.ready).getByText('Count the chairs').waitFor();
    await card(key)
      .getByRole('button', { name: work.card.moveLabel(key) })
      .click();
    const menu = page.getByRole('dialog', { name: work.card.moveLabel(key) });
    const closed = menu.getByRole('button', { name: new RegExp(`^${states.review}`) });
    assert.equal(await closed.getAttribute('aria-disabled'), 'true');
    await menu.getByText(work.moved.whyNot['only by delivery']('')).waitFor();
    await menu.getByRole('button', { name: new RegExp(`^${states.active}`) }).click();
    await page.getByText(work.moved.claim(key)).waitFor();
    assert.equal(await readPart(key, 'executor'), ben.id);
  },
);

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});

async function drag(key: string, to: string): Promise<void> {
  await card(key)
    .getByRole('link')
    .dragTo(lane(to), { targetPosition: { x: 60, y: 200 } });
}
