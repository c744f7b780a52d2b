import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import type { Person } from './sessions.ts';
import { openStage, skip, soon, type Stage } from './stage.ts';

const { frame, inbox, item: says, work } = words;
const { states } = words.common;

let stage: Stage;
let ben: Person;
let hers: Page;
let his: Page;

before(async () => {
  if (skip) return;
  stage = await openStage();
  ben = await stage.invite('Ben Okafor');
  hers = await stage.open('/work?layout=board');
  his = await stage.open('/work?layout=board', { as: ben });
  for (const page of [hers, his]) {
    await live(page);
    await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
  }
});

const live = (page: Page) => page.getByRole('status').getByText(frame.live, { exact: true }).waitFor();
const isSamePage = (page: Page) => page.evaluate(() => 'notReloaded' in globalThis);
const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const inLane = (page: Page, state: keyof typeof states) =>
  page.getByRole('region', { name: new RegExp(`^${states[state]}`) });
const clear = { outcome: 'It is so.', criteria: [{ text: 'Seen' }], priority: 'high' as const };

test('what one person writes down is on the other’s board within a second', { skip }, async () => {
  await hers.getByRole('button', { name: work.create.button }).first().click();
  await hers.getByLabel(work.create.name).fill('Paint the door');
  await hers.getByRole('button', { name: work.create.do }).click();
  await card(his, 'Paint the door').waitFor({ timeout: soon });
});

test(
  'who takes what is seen by the other within a second, in its new place and with their badge',
  { skip },
  async () => {
    const { id, key } = await stage.owner.item.create({ title: 'Oil the hinge', ...clear });
    await stage.owner.item.commit({ id });
    await hers.goto('/work?layout=board');
    await hers.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await inLane(hers, 'ready').getByText('Oil the hinge').waitFor();
    await card(his, 'Oil the hinge')
      .getByRole('button', { name: work.card.moveLabel(key) })
      .click();
    await his
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${states.active}`) })
      .click();
    await inLane(hers, 'active').getByText('Oil the hinge').waitFor({ timeout: soon });
    await card(hers, 'Oil the hinge')
      .getByRole('img', { name: new RegExp(`^${work.card.executor}: Ben Okafor`) })
      .waitFor();
  },
);

test('a comment is heard where the item is open', { skip }, async () => {
  const { key } = await stage.owner.item.create({ title: 'Choose a colour', ...clear, owner: ben.id });
  await Promise.all([hers.goto(`/items/${key}`), his.goto(`/items/${key}`)]);
  for (const page of [hers, his]) await page.getByRole('tab', { name: says.tabs.activity }).click();
  await hers.getByLabel(says.writeComment).fill('Not green, please');
  await hers.getByRole('button', { name: says.say, exact: true }).click();
  await his.getByText('Not green, please').waitFor({ timeout: soon });
  await his.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
});

test('an answer that was given elsewhere leaves the inbox, and the page says who gave it', { skip }, async () => {
  const { client } = await stage.hire('door-bot');
  const { id } = await stage.owner.item.create({ title: 'Order the paint', ...clear });
  await stage.owner.item.commit({ id });
  await client.work.claim({ item: id });
  const asked = await client.request.create({
    kind: 'question',
    item: id,
    text: 'Which shop?',
    options: ['Near', 'Cheap'],
  });
  await hers.goto(`/inbox/${asked.id}`);
  await hers.getByRole('heading', { name: 'Which shop?' }).waitFor();
  await stage.owner.request.respond({ id: asked.id, answer: 'Near' });
  await hers.getByRole('heading', { name: 'Which shop?' }).waitFor({ state: 'detached', timeout: soon });
  await hers.getByText(inbox.endedBy(inbox.endings.answered, 'you')).waitFor();
});

test(
  'offline is said at once and honestly; an act is refused and not lost, and nothing of what others did is missing afterwards',
  { skip },
  async () => {
    const { client } = await stage.hire('shop-bot');
    const { id } = await stage.owner.item.create({ title: 'Compare the shops', ...clear, owner: ben.id });
    await stage.owner.item.commit({ id });
    await client.work.claim({ item: id });
    const asked = await client.request.create({ kind: 'question', item: id, text: 'How many shops?' });
    await his.getByRole('link', { name: new RegExp(`^${frame.pages.inbox}`) }).click();
    await his.getByRole('heading', { name: 'How many shops?' }).waitFor();
    await live(his);
    await his.context().setOffline(true);
    await his.getByRole('status').getByText(frame.lost).waitFor({ timeout: 3_000 });
    await his.getByLabel(inbox.question.own).fill('Three of them');
    await his.getByRole('button', { name: inbox.question.send, exact: true }).click();
    const titles = ['Made while away 1', 'Made while away 2', 'Made while away 3'];
    for (const title of titles) await stage.owner.item.create({ title });
    await his.getByText(inbox.notAnswered).waitFor();
    assert.equal(await his.getByLabel(inbox.question.own).inputValue(), 'Three of them');
    assert.equal((await stage.owner.request.get({ id: asked.id })).state, 'open');

    await his.context().setOffline(false);
    await live(his);
    await his.getByRole('button', { name: inbox.question.send, exact: true }).click();
    await eventually(async () => (await stage.owner.request.get({ id: asked.id })).response, {
      answer: 'Three of them',
    });
    await his.getByRole('link', { name: frame.pages.work }).click();
    for (const title of titles) assert.equal(await card(his, title).count(), 1, title);
    assert.equal(await isSamePage(his), true);
  },
);

test('nothing on the way was an error but that the network was away', { skip }, () => {
  assert.deepEqual(
    stage.complaints().filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/.test(text)),
    [],
  );
});
