import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Client } from 'coact';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { lookOver } from './look-over.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { decisions, proposals } = words;

let stage: Stage;
let page: Page;
let agent: Client;

before(async () => {
  if (skip) return;
  stage = await openStage();
  ({ client: agent } = await stage.hire('plan-bot'));
  page = await stage.open('/inbox');
});

const titles = async () => (await stage.owner.item.list({ limit: 50 })).items.map(({ title }) => title).toSorted();

test('a plan is read as what it would change, and accepted in part and with an edit', { skip }, async () => {
  const { id } = await agent.request.create({
    kind: 'proposal',
    to: 'role:admin',
    text: 'Split the renewal.',
    operations: [
      { operation: 'item.create', input: { title: 'Watch every certificate' } },
      { operation: 'item.create', input: { title: 'Write the runbook', blockedBy: [{ $step: 1, field: 'id' }] } },
      { operation: 'item.create', input: { title: 'Tell everybody' } },
    ],
  });
  await page.goto(`/inbox/${id}`);
  const steps = page.getByRole('region', { name: proposals.steps });
  await steps.getByText('Write down “Watch every certificate”.').waitFor();
  assert.deepEqual(await lookOver(page), []);

  const first = steps.getByRole('checkbox', { name: proposals.include(1, 'Write down “Watch every certificate”.') });
  await first.uncheck();
  await page.getByRole('button', { name: proposals.acceptSome(2, 3) }).click();
  await page.getByText(proposals.needsStep(2, '1')).waitFor();
  await first.check();
  await steps.getByRole('checkbox', { name: proposals.include(3, 'Write down “Tell everybody”.') }).uncheck();
  await steps.getByRole('button', { name: proposals.editTitle(2) }).click();
  await page.getByLabel(proposals.fields['title'] ?? '', { exact: true }).fill('Write and try the runbook');
  await page.getByRole('button', { name: proposals.keep }).click();
  await steps.getByText(proposals.edited).waitFor();
  await steps.getByText('Write down “Write and try the runbook”.').waitFor();
  await page.getByRole('button', { name: proposals.acceptSome(2, 3) }).click();
  await eventually(async () => (await titles()).join(), 'Watch every certificate,Write and try the runbook');
});

test('a choice is made before the recommendation is seen, and the log says who decided what', { skip }, async () => {
  const { id } = await agent.request.create({
    kind: 'decision',
    to: 'role:admin',
    text: 'Which vendor?',
    options: ['The old one', 'A new one'],
    recommendation: { option: 'A new one', reason: 'It is cheaper.' },
    blind: true,
  });
  await page.goto(`/inbox/${id}`);
  await page.getByRole('radio', { name: 'The old one' }).check();
  assert.equal(await page.getByText('It is cheaper.').count(), 0);
  await page.getByRole('button', { name: decisions.form.sendJudgement }).click();
  await page.getByText('It is cheaper.').waitFor();
  assert.deepEqual(await lookOver(page), []);
  await page.getByRole('radio', { name: 'A new one' }).check();
  await page.getByRole('button', { name: decisions.form.send, exact: true }).click();
  await eventually(async () => (await stage.owner.decision.get({ id })).choice?.text, 'A new one');

  await page.goto('/decisions');
  await page.getByRole('link', { name: /Which vendor/ }).click();
  await page.getByRole('complementary', { name: decisions.title }).getByText(decisions.judgedFirst).waitFor();
  assert.deepEqual(await lookOver(page), []);
  assert.deepEqual(stage.complaints(), []);
});

test('a person asks for a decision from the item and by the palette, at desk and on the phone', { skip }, async () => {
  const { ask } = decisions;
  const item = await stage.owner.item.create({ title: 'Renew the contract' });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/items/${item.key}`);
    await page.getByRole('heading', { name: 'Renew the contract' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(words.frame.palette.placeholder).fill('decision about');
    await page.getByRole('option', { name: ask.title(item.key) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(ask.question).fill(`Which vendor at ${width}?`);
    await dialog.getByRole('button', { name: ask.submit }).click();
    await dialog.getByText(ask.tooFew.hint).waitFor();
    await dialog.getByLabel(ask.option(1), { exact: true }).fill('The old one');
    await dialog.getByLabel(ask.option(2), { exact: true }).fill('A new one');
    await dialog.getByLabel(ask.consequencesOf(2)).fill('A week of changes.');
    await dialog.getByLabel(ask.recommend).selectOption({ label: 'A new one' });
    await dialog.getByLabel(ask.why).fill('It is cheaper.');
    await dialog.getByText(ask.more).click();
    await dialog.getByLabel(decisions.kind, { exact: true }).fill('vendor');
    await dialog.getByRole('button', { name: ask.addTo(decisions.roles.perform) }).click();
    await page.getByRole('option', { name: /plan-bot/ }).click();
    assert.deepEqual(await lookOver(page), []);
    await dialog.getByRole('button', { name: ask.submit }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  const { items } = await stage.owner.request.list({ item: item.key });
  const asked = items.find(({ body }) => body['text'] === 'Which vendor at 390?');
  assert.equal(asked?.kind, 'decision');
  assert.deepEqual(asked.body['recommendation'], { option: 'o2', reason: 'It is cheaper.', by: asked.from });
  await stage.owner.request.respond({ id: asked.id, choice: 'A new one' });
  await page.goto(`/decisions/${asked.id}`);
  await page.getByText(decisions.performance.open).waitFor();
  assert.deepEqual(await lookOver(page), []);
  assert.deepEqual(stage.complaints(), []);
});
