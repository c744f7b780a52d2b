import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { focusOf } from './focus.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { frame, inbox, item: says, work } = words;

let stage: Stage;
let page: Page;
let agent: Awaited<ReturnType<Stage['hire']>>;
let key: string;

before(async () => {
  if (skip) return;
  stage = await openStage();
  agent = await stage.hire('cert-bot');
  // Something that stays, so that pages are not the empty ones.
  await stage.owner.item.create({ title: 'Already here' });
  page = await stage.open('/inbox');
  await page.getByText(inbox.nothing, { exact: true }).waitFor();
});

/** Presses keys one after the other; after each of them the focus is somewhere, and can be seen. */
async function press(...keys: string[]): Promise<void> {
  for (const one of keys) {
    await page.keyboard.press(one);
    const { at, isSeen, isLost } = await focusOf(page);
    assert(isLost || isSeen, `after ${one} the focus is on ${at} and cannot be seen`);
  }
}

async function isKept(when: string): Promise<void> {
  await eventually(async () => (await focusOf(page)).isLost, false).catch(() =>
    assert.fail(`the focus is lost ${when}`),
  );
}

/** Goes on by Tab until the control of that name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await press('Tab');
    const found = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name.test(found)) return;
  }
  assert.fail(`Tab never comes to ${name}`);
}

const beginsWith = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

test('work is written down, made clear and made ready without a mouse', { skip }, async () => {
  await press('g', 'w');
  await page.getByRole('status').getByText(work.found(1)).waitFor();
  await press('n');
  await page.getByLabel(work.create.name).waitFor();
  await page.keyboard.type('Renew the certificate');
  await press('Enter');
  await page.getByText(says.missing).waitFor();
  key =
    (await stage.owner.item.list({ limit: 10 })).items.find(({ title }) => title === 'Renew the certificate')?.key ??
    '';
  await page.goto(`/items/${key}`);
  await page.getByText(says.missing).waitFor();
  for (const text of ['Visitors see no warning', 'The certificate is served']) {
    const [missing] = (await stage.owner.item.readiness({ id: key })).missing;
    assert(missing);
    await tabTo(beginsWith(`○${missing.hint}`));
    await press('Enter');
    await page.keyboard.type(text);
    await press('Control+Enter');
    await page.getByRole('button', { name: missing.hint }).waitFor({ state: 'detached' });
    await isKept('after a part of the contract was saved');
  }
  await stage.owner.item.update({ id: key, priority: 'high' }, { ifMatch: '*' });
  await page.getByText(says.nothingMissing).waitFor();
  await press('m');
  await page.getByRole('menuitem', { name: says.acts.commit }).waitFor();
  await press('Enter');
  await eventually(async () => (await stage.owner.item.get({ id: key })).state, 'ready');
  await isKept('after an act of the menu');
});

test('a question and a delivery are answered by keys, and the focus stays with what is asked', { skip }, async () => {
  await press('g', 'i');
  const claim = await agent.client.work.claim({ item: key });
  assert(claim);
  const { id, fence } = claim.run;
  const asked = await agent.client.request.create({
    kind: 'question',
    item: key,
    text: 'Which key type?',
    options: ['ECDSA', 'RSA'],
  });
  await page.getByRole('heading', { name: 'Which key type?' }).waitFor();
  await press('a', 'Enter');
  await eventually(async () => (await stage.owner.request.get({ id: asked.id })).state, 'answered');
  const evidence = [{ criterion: 'c1', name: 'log.txt', text: 'verify return code: 0' }];
  await agent.client.run.deliver({ id, fence, summary: 'Served.', evidence });
  await page.getByText('verify return code: 0').waitFor();
  await press('a', 'a', 'Enter');
  await page.getByText(inbox.nothing, { exact: true }).waitFor();
  await eventually(async () => (await stage.owner.item.get({ id: key })).state, 'done');
  await isKept('after the last answer');
});

test(
  'the palette goes to work, to pages and to acts by typing a part of them, and gives the focus back',
  { skip },
  async () => {
    await press('Control+k');
    await page.getByPlaceholder(frame.palette.placeholder).waitFor();
    await page.keyboard.type('already');
    await page.getByRole('option', { name: /Already here/ }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { name: 'Already here' }).waitFor();
    await press('Control+k');
    await page.keyboard.type('outcomes');
    await page.getByRole('option', { name: frame.pages.outcomes, exact: true }).waitFor();
    await press('Escape');
    await page.getByPlaceholder(frame.palette.placeholder).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Already here' }).waitFor();
    await press('Control+k');
    await page.keyboard.type('comment on');
    await page.getByRole('option').filter({ hasText: 'item.comment' }).waitFor();
    await press('Enter');
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await isKept('when the form of an act opens');
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
);

test('a question mark shows every key by page, and the sheet is left as it was entered', { skip }, async () => {
  await press('g', 'w');
  await page.getByRole('heading', { name: beginsWith(work.title) }).waitFor();
  await press('?');
  const sheet = page.getByRole('dialog', { name: frame.help.title });
  for (const { text } of [...frame.keys, ...inbox.keys, ...work.keys])
    await sheet.getByText(text, { exact: true }).first().waitFor();
  await press('Escape');
  await sheet.waitFor({ state: 'detached' });
});

test(
  'the list is walked by j and k, what is under the cursor is opened by enter and left by escape',
  { skip },
  async () => {
    await page.goto('/work?layout=list');
    await page.getByRole('row').first().waitFor();
    await press('j');
    await isKept('after j');
    await press('Enter');
    await page.getByRole('region', { name: beginsWith(says.pageLabel('')) }).waitFor();
    await isKept('when an item opens beside the list');
    await press('Escape');
    await page.getByRole('region', { name: beginsWith(says.pageLabel('')) }).waitFor({ state: 'detached' });
    await isKept('when it is left');
  },
);

test('the first Tab offers to skip the navigation, and leads into the page', { skip }, async () => {
  await page.goto('/people');
  await page.getByRole('heading', { name: words.people.title }).first().waitFor();
  await press('Tab');
  await page.getByRole('link', { name: frame.skip }).and(page.locator(':focus')).waitFor();
  await press('Enter', 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('#page') !== null), true);
});

test('who wishes less motion sees none', { skip }, async () => {
  const calm = await stage.open('/work?layout=board', { reducedMotion: 'reduce' });
  await calm.getByRole('heading', { name: beginsWith(work.title) }).waitFor();
  await calm.keyboard.press('n');
  await calm.getByLabel(work.create.name).waitFor();
  const moving = await calm.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      }).length,
  );
  assert.equal(moving, 0);
  assert.deepEqual(await calm.evaluate(() => document.getAnimations().length), 0);
});

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
