import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { lookOver } from './look-over.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { intake, item, outcomes, people, settings, start, work } = words;

let stage: Stage;
let page: Page;

before(async () => {
  if (skip) return;
  stage = await openStage();
  await stage.owner.sample.create({});
  page = await stage.open('/inbox');
});

const findings = new Set<string>();
const look = async (what: string, on = page) => {
  for (const one of await lookOver(on)) findings.add(`${what} ${one}`);
};

/** Everything is looked at before anything is complained about. */
function nothingFound(): void {
  const found = [...findings];
  findings.clear();
  assert.deepEqual(found, []);
}

const dialog = () => page.getByRole('dialog');

/** Looks at what opens by this, and leaves it as it was. */
async function lookAt(what: string, open: () => Promise<unknown>): Promise<void> {
  await open();
  await dialog().waitFor();
  await look(what);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

const press = (button: string | RegExp, within: Locator | Page = page) =>
  within.getByRole('button', { name: button, exact: true }).first().click();

async function choose(trigger: () => Promise<unknown>, act: string): Promise<void> {
  await trigger();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

async function itemIn(state: 'draft' | 'ready' | 'active' | 'done'): Promise<string> {
  const { items } = await stage.owner.item.list({ state: [state], limit: 50 });
  const one = items.find(({ key }) => key.startsWith('SAMPLE-'));
  assert(one, state);
  return one.key;
}

async function actsOf(key: string, acts: readonly (keyof typeof item.acts)[]): Promise<void> {
  await page.goto(`/items/${key}`);
  await page.getByText(item.termsTitle).first().waitFor();
  for (const act of acts)
    await lookAt(`${act} on ${key}`, () => choose(() => page.keyboard.press('m'), item.acts[act]));
}

test('nothing is found on whatever an item asks before it does something', { skip }, async () => {
  await actsOf(await itemIn('ready'), ['withdraw', 'cancel', 'assign', 'question', 'exception']);
  await actsOf(await itemIn('done'), ['reopen']);
  await actsOf(await itemIn('active'), ['message', 'takeOver']);
  const mine = await stage.owner.item.create({
    title: 'Done by a person',
    outcome: 'It is done.',
    criteria: [{ text: 'Somebody sees it', check: 'by looking' }],
    priority: 'high',
  });
  await stage.owner.item.commit({ id: mine.id });
  await stage.owner.work.claim({ item: mine.id });
  await actsOf(mine.key, ['deliver', 'release', 'fail']);
  nothingFound();
});

test('nothing is found on views, on acts on several, nor on what came of them', { skip }, async () => {
  const view = await stage.owner.view.create({
    name: 'Risky',
    layout: 'list',
    filter: 'risk:high',
    group: 'state',
    sort: null,
  });
  await page.goto(`/work?view=${view.id}`);
  const menu = () => press(work.saving.menu('Risky'));
  await lookAt('renaming a view', () => choose(menu, work.saving.edit));
  await lookAt('deleting a view', () => choose(menu, work.saving.delete));
  await page.goto('/work?layout=table');
  for (const box of [0, 1, 2]) await page.getByRole('row').getByRole('checkbox').nth(box).check();
  const bar = page.getByRole('toolbar', { name: work.many.bar });
  for (const act of ['assign', 'owner', 'label', 'cancel', 'team'] as const)
    await lookAt(`${act} for several`, () => press(work.many[act], bar));
  await press(work.many.commit, bar);
  await dialog().getByText(work.many.refused).waitFor();
  await look('what came of an act on several');
  nothingFound();
});

test('nothing is found on what changes an outcome', { skip }, async () => {
  const outcome = (await stage.owner.outcome.list({})).items[0];
  assert(outcome);
  await page.goto(`/outcomes/${outcome.id}`);
  await page.getByText(outcomes.measures).first().waitFor();
  for (const act of [outcomes.edit, outcomes.addBelow, outcomes.end]) await lookAt(act, () => press(act));
  nothingFound();
});

test('nothing is found on triage, of one and of several', { skip }, async () => {
  const draft = (await stage.owner.item.list({ limit: 1, intake: true })).items[0];
  assert(draft);
  await page.goto(`/intake/${draft.key}`);
  await page.getByText(intake.accept.send).first().waitFor();
  await lookAt('declining', () => page.keyboard.press('d'));
  await lookAt('choosing what to merge into', () => page.keyboard.press('m'));
  await page.keyboard.press('x');
  await lookAt('accepting several', () => press(intake.accept.many(1)));
  await lookAt('declining several', () => press(intake.decline.many(1)));
  nothingFound();
});

test('nothing is found on what adds and edits people, agents and teams', { skip }, async () => {
  await page.goto('/people');
  await page.getByText('shop-builder').first().waitFor();
  for (const key of ['a', 'p', 't']) await lookAt(`added by ${key}`, () => page.keyboard.press(key));
  const agent = (await stage.owner.participant.list({ kind: 'agent' })).items[0];
  assert(agent);
  await page.goto(`/people/${agent.id}`);
  await page.getByText(people.sections.now).first().waitFor();
  await lookAt('editing an agent', () => page.keyboard.press('e'));
  nothingFound();
});

test('nothing is found on an import before it is written', { skip }, async () => {
  await page.goto('/settings/import');
  const lines = [
    {
      id: 'x-1',
      title: 'Renew the certificate',
      description: 'It ends soon.',
      status: 'open',
      priority: 1,
      issue_type: 'task',
    },
    { id: 'x-2', title: 'Something', status: 'closed', priority: 2, issue_type: 'bug' },
  ];
  await page.getByLabel(settings.import.beads).setInputFiles({
    name: 'issues.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
  });
  await page.getByText(settings.import.wouldNote).waitFor();
  await look('what an import would do');
  nothingFound();
});

test('nothing is found on the sheet that asks to sign in again', { skip }, async () => {
  await page.goto('/settings/account');
  const { id } = await stage.owner.me.get();
  const { items } = await stage.owner.token.list({ id });
  for (const { id: token, purpose } of items) if (purpose === 'session') await stage.owner.token.revoke({ id, token });
  await page.getByRole('heading', { name: start.expired.title }).waitFor();
  await look('a session that has ended');
  nothingFound();
});

test('nothing is found on the page where the first admin is made', { skip }, async () => {
  const visitor = await stage.open('/setup#link', { visit: true });
  await visitor.getByLabel(start.setUp.name).waitFor();
  await look('setting up', visitor);
  nothingFound();
});

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
