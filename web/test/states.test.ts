import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { words } from '../src/words/index.ts';
import { openStage, skip, type Stage } from './stage.ts';

let stage: Stage;

before(async () => {
  if (!skip) stage = await openStage();
});

test('an item that does not exist is said in words, with where to go instead', { skip }, async () => {
  const page = await stage.open('/items/GEN-999');
  await page.getByText(words.item.unknown('GEN-999')).waitFor();
  await page.getByRole('link', { name: words.item.toWork }).click();
  await page.waitForURL(/\/work/);
});

test('an item that is taken away while it is looked at is said to be gone', { skip }, async () => {
  const { owner, open } = stage;
  await owner.sample.create();
  const [item] = (await owner.item.list({ limit: 1, state: ['ready'] })).items;
  assert(item);
  const page = await open(`/items/${item.key}`);
  await page.getByRole('heading', { name: item.title }).waitFor();
  await owner.sample.remove();
  await page.getByText(words.item.gone(item.key)).waitFor();
});

test('who may not do something is not offered it, and who is offered nothing still reads', { skip }, async () => {
  const { owner, open, invite } = stage;
  const { key, title } = await owner.item.create({ title: 'Only its owner commits this' });
  const guest = await invite('Gus Hart', 'guest');
  await owner.item.share({ id: key, with: 'Gus Hart', may: 'view' });
  const page = await open(`/items/${key}`, { as: guest });
  await page.getByRole('heading', { name: title }).waitFor();
  assert.equal(await page.getByRole('button', { name: words.item.acts.commit, exact: true }).count(), 0);
});

test('every page without anything on it teaches in a sentence and offers the next act', { skip }, async () => {
  const { open } = stage;
  const page = await open('/outcomes');
  for (const path of ['/outcomes', '/intake', '/search', '/ledger?item=GEN-1']) {
    await page.goto(path);
    await page
      .getByRole('main')
      .getByText(/\p{L}+.*\p{L}+/u)
      .first()
      .waitFor();
    assert((await page.getByRole('main').innerText()).length > 20, path);
  }
  assert.deepEqual(stage.complaints(), []);
});
