import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { before, test } from 'node:test';
import { readLines, verifyExport } from 'coact/ledger';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { ledger } = words;
const { eventWord } = words.common;

let stage: Stage;
let page: Page;
let key: string;
let botId: string;

before(async () => {
  if (skip) return;
  stage = await openStage();
  const { owner } = stage;
  const iris = await stage.invite('Iris Vance');
  const { id, client } = await stage.hire('pay-bot');
  botId = id;
  const contract = {
    outcome: 'Everybody is paid.',
    criteria: [{ text: 'The list is empty' }],
    priority: 'high' as const,
  };
  ({ key } = await owner.item.create({ title: 'Pay the invoices', ...contract }));
  await owner.item.create({ title: 'Something else' });
  await owner.item.commit({ id: key });
  const claim = await client.work.claim({ item: key });
  assert(claim);
  const evidence = [{ criterion: 'c1', name: 'list.txt', text: '0 invoices' }];
  await client.run.deliver({ id: claim.run.id, fence: claim.run.fence, summary: 'Paid.', evidence });
  const review = (await owner.request.list({ item: key })).items.find(({ kind }) => kind === 'review');
  assert(review);
  await owner.request.respond({ id: review.id, verdicts: [{ criterion: 'c1', verdict: 'pass', reason: null }] });
  // A fact is listed once it has its place in the ledger.
  await eventually(async () => (await owner.event.list({ item: key, type: 'item.accepted' })).items.length, 1);
  page = await stage.open('/ledger', { as: iris });
});

const facts = () => page.getByRole('list', { name: ledger.facts }).getByRole('listitem');
const shownOf = (type: string) => facts().filter({ hasText: eventWord(type) });

test('facts are narrowed to an item, a kind and a person, and the address keeps the question', { skip }, async () => {
  await shownOf('item.accepted').waitFor();
  const all = await facts().count();
  await page.getByLabel(ledger.item).fill(key);
  await page.getByLabel(ledger.item).press('Enter');
  await page.getByLabel(ledger.type).selectOption({ label: ledger.areas['item.'] });
  await page.getByLabel(ledger.actor).selectOption({ label: 'pay-bot' });
  await shownOf('item.delivered').waitFor();
  await shownOf('item.accepted').waitFor({ state: 'detached' });
  const expected = await stage.owner.event.list({ item: key, type: 'item.', actor: botId });
  await eventually(() => facts().count(), expected.items.length);
  assert(expected.items.length < all);
  await page.reload();
  await eventually(() => facts().count(), expected.items.length);
  await page.getByRole('button', { name: ledger.clear }).click();
  await shownOf('item.accepted').waitFor();
});

test('a fact says who decided, when, on whose behalf and by what authority, as it was written', { skip }, async () => {
  const accepted = (await stage.owner.event.list({ item: key, type: 'item.accepted' })).items[0];
  assert(accepted);
  await shownOf('item.accepted').getByRole('link').click();
  const whole = page.getByRole('complementary', { name: ledger.data });
  await whole.getByRole('heading', { name: eventWord('item.accepted') }).waitFor();
  const { name } = await stage.owner.me.get();
  await whole
    .getByRole('img', { name: new RegExp(`^${ledger.who}: ${name}`) })
    .first()
    .waitFor();
  await whole.getByText(accepted.authority, { exact: true }).waitFor();
  await whole.getByText(ledger.nobodyElse).waitFor();
  await whole
    .getByText(String(new Date(accepted.at).getFullYear()))
    .first()
    .waitFor();
  await whole.getByRole('link', { name: key }).first().waitFor();
  assert.equal(new URL(page.url()).pathname, `/ledger/${accepted.id}`);
});

test('causes are followed back to the first, and forward to what they led to', { skip }, async () => {
  const whole = page.getByRole('complementary', { name: ledger.data });
  const { id } = (await stage.owner.event.list({ item: key, type: 'item.accepted' })).items[0] ?? { id: '' };
  const { causes } = await stage.owner.event.chain({ id });
  const answered = causes.find(({ type }) => type === 'request.answered');
  assert(answered, 'the verdict led to the acceptance');
  await whole
    .getByRole('link')
    .filter({ hasText: eventWord('request.answered') })
    .click();
  await page.waitForURL(`**/ledger/${answered.id}*`);
  await whole
    .getByRole('link')
    .filter({ hasText: eventWord('item.accepted') })
    .click();
  await page.waitForURL(`**/ledger/${id}*`);
});

test('the reader’s own browser finds that nothing was rewritten, and remembers what it saw', { skip }, async () => {
  await page.goto('/ledger');
  const verify = () => page.getByRole('button', { name: ledger.verify.act }).click();
  await verify();
  await page.getByText(/✓/).waitFor();
  await page.getByText(ledger.verify.first).waitFor();
  await verify();
  await page.getByText(ledger.verify.kept).waitFor();
});

test('a fact that was rewritten on the way is found, with its line', { skip }, async () => {
  await page.route('**/v1/ledger/export', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('Pay the invoices', 'Pay the cronies');
    await route.fulfill({ response, body });
  });
  await page.getByRole('button', { name: ledger.verify.act }).click();
  await page.getByText(ledger.verify.bad).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Line \d+:/ })
    .first()
    .waitFor();
  await page.unroute('**/v1/ledger/export');
});

test('the ledger is downloaded as a file that an independent verifier accepts', { skip }, async () => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: ledger.verify.export }).click();
  const file = await (await downloading).path();
  const report = await verifyExport(readLines(createReadStream(file)), {});
  assert.deepEqual(report.problems, []);
  assert(report.ok && report.entries > 10);
});

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
