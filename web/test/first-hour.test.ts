import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Client, connect, paged } from 'coact';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { root } from './run-server.ts';
import { account, openStage, skip, soon, type Stage } from './stage.ts';

const { inbox, item: says, settings, start } = words;
const { doors } = start;
const backlog = join(root, 'story/fixtures/beads.jsonl');

let stage: Stage;
let owner: Client;
let page: Page;

before(async () => {
  if (skip) return;
  stage = await openStage({ first: true });
  ({ owner } = stage);
});

const allItems = () => Array.fromAsync(paged(owner.item.list, { limit: 200 }));
const open = (door: keyof typeof doors) => page.getByRole('button', { name: doors[door].title }).click();

test('whoever opens the set-up link is led to three doors, each said in a sentence', { skip }, async () => {
  page = await stage.open(stage.setupUrl, { visit: true });
  await page.getByLabel(start.setUp.name).fill(account.name);
  await page.getByLabel(start.setUp.email).fill(account.email);
  await page.getByLabel(start.setUp.password).fill(account.password);
  await page.getByRole('button', { name: start.setUp.do }).click();
  for (const { title, note } of Object.values(doors)) {
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(note).waitFor();
  }
});

test('the sample comes with one click, is marked on every page, and is gone with one click', { skip }, async () => {
  await open('sample');
  await page.getByRole('button', { name: start.sample.create }).click();
  await page.getByText(start.sample.created).waitFor();
  await page.getByText(inbox.order).waitFor();
  assert((await allItems()).length > 15);
  for (const path of ['/work', '/ledger']) {
    await page.goto(path);
    await page.getByText(start.sample.strip).waitFor();
  }
  await page.getByRole('button', { name: start.sample.remove }).click();
  await page.getByText(start.sample.removed).waitFor();
  await page.getByText(start.sample.strip).waitFor({ state: 'detached' });
  assert.deepEqual(await allItems(), []);
  await page.getByRole('link', { name: new RegExp(`^${words.frame.pages.inbox}`) }).click();
  await page.getByRole('heading', { name: doors.import.title }).waitFor();
});

test(
  'a backlog is shown as what it becomes before anything is written, and is then brought in whole',
  { skip },
  async () => {
    await page.goto('/start');
    await open('import');
    await page.getByLabel(settings.import.beads, { exact: true }).setInputFiles(backlog);
    await page.getByText(settings.import.wouldNote).waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: 'hb-2' })
      .getByText(settings.import.parts['criteria'] ?? '')
      .waitFor();
    assert.deepEqual(await allItems(), []);
    await page.getByRole('button', { name: settings.import.do(3) }).click();
    await page.getByRole('button', { name: settings.import.toDrafts(1) }).waitFor();
    assert.equal((await allItems()).length, 3);
  },
);

test(
  'a draft from the backlog says what it lacks; each hint leads to the place where it is written, and then it is ready',
  { skip },
  async () => {
    await page.getByRole('button', { name: settings.import.toDrafts(1) }).click();
    await page.getByRole('row').filter({ hasText: 'Find a better picture' }).getByRole('link').click();
    const pane = page.getByRole('region', { name: says.pageLabel(''), exact: false });
    const lacks = async () => {
      const { key } = (await allItems()).find(({ title }) => title.startsWith('Find a better')) ?? { key: '' };
      return (await owner.item.readiness({ id: key })).missing;
    };
    const [first, ...others] = await lacks();
    assert(first && others.length > 0);
    for (const { part, hint } of await lacks()) {
      await pane.getByRole('button', { name: hint }).click();
      await page.keyboard.type(`The picture shows ${part}`);
      await page.keyboard.press('Control+Enter');
      await pane.getByRole('button', { name: hint }).waitFor({ state: 'detached' });
    }
    assert.deepEqual(await lacks(), []);
    await pane.getByText(says.nothingMissing).waitFor();
    await pane.getByRole('button', { name: says.acts.commit }).waitFor();
  },
);

test(
  'an agent is connected with what the page gives, and the page lights up when its first call arrives',
  { skip },
  async () => {
    await page.goto('/start');
    await open('agent');
    await page.getByLabel(start.connect.name, { exact: true }).fill('picture-bot');
    await page.getByRole('button', { name: start.connect.makeToken }).click();
    await page.getByText(start.connect.awaited('picture-bot')).waitFor();
    const given =
      (await page
        .getByText(/COACT_TOKEN=/)
        .first()
        .textContent()) ?? '';
    const [, url = ''] = /COACT_URL=(\S+)/.exec(given) ?? [];
    const [, token = ''] = /COACT_TOKEN=(\S+)/.exec(given) ?? [];
    await page.getByRole('tab', { name: start.connect.ways.mcp, exact: true }).click();
    await page.getByLabel(start.connect.whichClient).selectOption('vscode');
    await page.getByText(start.connect.pasteInto('.vscode/mcp.json')).waitFor();
    await page.getByText(`"Authorization": "Bearer ${token}"`).waitFor();
    const bot = connect({ url, token });
    await bot.me.get();
    await page.getByText(start.connect.called('picture-bot')).waitFor({ timeout: 10_000 });
    const claim = await bot.work.claim();
    assert(claim);
    await page.getByText(start.connect.arrived('picture-bot')).waitFor({ timeout: soon });
    await page.getByRole('link', { name: claim.item.key }).click();
    const run = page.getByRole('main').getByRole('region', { name: says.runNow });
    await run.getByText('picture-bot').waitFor();
    await eventually(async () => (await owner.item.get({ id: claim.item.id })).state, 'active');
  },
);

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
