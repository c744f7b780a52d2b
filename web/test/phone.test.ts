import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { phone } from './set-stage.ts';
import { openStage, scrollsSideways, skip, type Stage } from './stage.ts';

const { frame, inbox, item: says, work } = words;
const { states } = words.common;

let stage: Stage;
let page: Page;
let keys: { active: string; draft: string };

before(async () => {
  if (skip) return;
  stage = await openStage();
  await stage.owner.sample.create({});
  const { items } = await stage.owner.item.list({ limit: 200 });
  const first = (state: string) => items.find((one) => one.state === state)?.key ?? '';
  keys = { active: first('active'), draft: first('draft') };
  page = await stage.open('/inbox', { phone: true });
});

/** WCAG 2.2, 2.5.8: pixels that a finger needs; what stands within a sentence is excepted. */
const SMALLEST = 24;

/** Controls that a finger cannot meet: too small, or past the edge of the screen. */
const outOfReach = () =>
  page.evaluate(
    ({ smallest, width }) =>
      [...document.querySelectorAll('button, select, textarea, [role="tab"], nav a, input:not([type="file"])')]
        .filter(
          (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('.sr-only'),
        )
        .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1)
        // What stands in a strip that is made to be pushed aside is reached by pushing it.
        .filter(({ one, box }) => {
          const isPastTheEdge = box.left < -1 || box.right > width + 1;
          return box.height < smallest || box.width < smallest || (isPastTheEdge && !one.closest('[role="tablist"]'));
        })
        .map(
          ({ one, box }) =>
            `${one.tagName} "${one.getAttribute('aria-label') ?? one.textContent}" ${JSON.stringify(box)}`,
        ),
    { smallest: SMALLEST, width: phone.width },
  );

async function fits(what: string): Promise<void> {
  assert.equal(await scrollsSideways(page), false, `${what} scrolls sideways`);
  assert.deepEqual(await outOfReach(), [], what);
}

const bar = () => page.getByRole('navigation', { name: frame.navigation });

test('the inbox is a list first; one tap opens what is asked, and one leads back', { skip }, async () => {
  await page.getByRole('heading', { name: inbox.title }).waitFor();
  await fits('inbox');
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.first().getByRole('link').tap();
  await page.getByRole('button', { name: inbox.back }).waitFor();
  await fits('request');
  await page.getByRole('button', { name: inbox.back }).tap();
  await rows.first().waitFor();
});

test('every kind of request can be read and answered without pushing the page aside', { skip }, async () => {
  for (const { id, kind } of (await stage.owner.inbox.list({ limit: 200 })).items) {
    await page.goto(`/inbox/${id}`);
    await page.getByRole('main').locator('form').waitFor();
    await fits(kind);
  }
});

test('an answer is given by a tap, and the list comes back without it', { skip }, async () => {
  const question = (await stage.owner.inbox.list({ limit: 200 })).items.find(({ kind }) => kind === 'question');
  assert(question);
  await bar()
    .getByRole('link', { name: new RegExp(`^${frame.pages.inbox}`) })
    .tap();
  await page.goto(`/inbox/${question.id}`);
  await page.getByRole('group', { name: inbox.question.choices }).getByRole('button').first().tap();
  await page.getByRole('heading', { name: inbox.title }).waitFor();
  await eventually(async () => (await stage.owner.request.get({ id: question.id })).state, 'answered');
});

test('an item shows its run, and each of its sides, within the screen', { skip }, async () => {
  await page.goto(`/items/${keys.active}`);
  await page.getByRole('region', { name: says.runNow }).waitFor();
  await fits('item');
  for (const tab of Object.values(says.tabs)) {
    await page.getByRole('tab', { name: tab }).tap();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    assert.equal(await scrollsSideways(page), false, tab);
  }
  await page.getByRole('button', { name: new RegExp(`^${says.menu}`) }).tap();
  await page.getByRole('menuitem', { name: says.acts.comment }).waitFor();
  await fits('menu of the item');
  await page.keyboard.press('Escape');
});

test(
  'the board shows one lane at a time; another one is a tap away, and a card is moved by its menu',
  { skip },
  async () => {
    await bar().getByRole('link', { name: frame.pages.work }).tap();
    await page.getByLabel(work.lane.scrollNote, { exact: true }).selectOption('draft');
    await page.getByRole('region', { name: new RegExp(`^${states.draft}`) }).waitFor();
    await fits('board');
    await page.getByRole('button', { name: work.card.moveLabel(keys.draft) }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(`^${states.ready}`) }).waitFor();
    await fits('move');
    await page.keyboard.press('Escape');
  },
);

test(
  'the list and every other page keep within the screen, and what is not in the bar is behind its last place',
  { skip },
  async () => {
    await page.goto('/work?layout=list');
    await page.getByRole('row').first().waitFor();
    await fits('list');
    for (const place of [frame.pages.outcomes, frame.pages.authority, frame.pages.ledger, frame.pages.settings]) {
      await page.getByRole('button', { name: frame.account }).tap();
      await page.getByRole('menuitem', { name: place }).tap();
      await page.getByRole('heading', { name: place }).first().waitFor();
      assert.equal(await scrollsSideways(page), false, place);
    }
    for (const place of [frame.pages.intake, frame.pages.people]) {
      await bar()
        .getByRole('link', { name: new RegExp(`^${place}`) })
        .tap();
      await page.getByRole('heading', { name: place }).first().waitFor();
      assert.equal(await scrollsSideways(page), false, place);
    }
  },
);

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
