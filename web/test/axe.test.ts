import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { openStage, skip, type Stage } from './stage.ts';

/** WCAG 2.2, level AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const { frame, inbox, intake, item, ledger, outcomes, people, settings, start } = words;

let stage: Stage;
let page: Page;
let work: { key: string; title: string };

before(async () => {
  if (skip) return;
  stage = await openStage();
  await stage.owner.sample.create({});
  const [first] = (await stage.owner.item.list({ limit: 200, state: ['active'] })).items;
  assert(first);
  work = first;
  page = await stage.open('/inbox');
});

/** What axe finds: each rule with the places that break it. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  // Without frames there is nothing to gather in a page of its own.
  const { violations: found } = await axe.setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

const findings = new Set<string>();

/** Between the themes only colours change. Without motion, since a colour on its way to another one is neither. */
async function look(what: string, on = page): Promise<void> {
  await on.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const one of await violations(new AxeBuilder({ page: on }).withTags(tags))) findings.add(`${what}: ${one}`);
  await on.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inTheDark = await violations(new AxeBuilder({ page: on }).withRules(['color-contrast', 'link-in-text-block']));
  for (const one of inTheDark) findings.add(`${what} in the dark: ${one}`);
}

/** Everything is looked at before anything is complained about. */
function nothingFound(): void {
  const found = [...findings];
  findings.clear();
  assert.deepEqual(found, []);
}

/** Goes somewhere and waits until it shows what it has, not only its frame. */
async function visit(path: string, shows: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByText(shows).first().waitFor();
}

test('axe finds what is planted in every page: a clean walk says something', { skip }, async () => {
  await visit('/inbox', inbox.title);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  assert.match((await violations(new AxeBuilder({ page }).withTags(tags))).join('\n'), /button-name/);
});

test('nothing is found on the inbox and on what each kind of request asks', { skip }, async () => {
  const entries = (await stage.owner.inbox.list({ limit: 200 })).items;
  const kinds = new Map(entries.map((entry) => [entry.kind, entry]));
  assert(kinds.size >= 4, `the sample asks in ${kinds.size} ways`);
  for (const [kind, { id }] of kinds) {
    await visit(`/inbox/${id}`, inbox.asks[kind]);
    await look(kind);
  }
  nothingFound();
});

test('nothing is found on the work, whatever its layout, nor on what lies above it', { skip }, async () => {
  for (const layout of Object.keys(words.work.layouts)) {
    await visit(`/work?layout=${layout}`, /SAMPLE-/);
    await look(layout);
  }
  await visit(`/work/${work.key}?layout=list`, item.termsTitle);
  await look('an item beside the list');
  await page.goto('/work?layout=list');
  for (const box of [0, 1]) await page.getByRole('row').getByRole('checkbox').nth(box).check();
  await look('several chosen');
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await look('a new item');
  nothingFound();
});

test('nothing is found on any side of an item', { skip }, async () => {
  await visit(`/items/${work.key}`, item.termsTitle);
  for (const tab of Object.values(item.tabs)) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    await look(tab);
  }
  await page.keyboard.press('m');
  await page.getByRole('menu').waitFor();
  await look('the acts of an item');
  nothingFound();
});

test('nothing is found on what is written and asked on an item', { skip }, async () => {
  await visit(`/items/${work.key}`, item.termsTitle);
  await page.getByRole('button', { name: item.editField(item.criteria.title) }).click();
  await page.getByRole('button', { name: item.criteria.add }).waitFor();
  await look('the criteria being written');
  await page.getByRole('button', { name: item.terms.chooseOwner }).click();
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await look('choosing who is accountable');
  await page.keyboard.press('Escape');
  for (const act of ['stop', 'handoff'] as const) {
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: item.acts[act], exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await look(act);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  nothingFound();
});

test('nothing is found on outcomes, intake, search and the ledger', { skip }, async () => {
  const outcome = (await stage.owner.outcome.list({})).items[0];
  assert(outcome);
  await visit(`/outcomes/${outcome.id}`, outcomes.measures);
  await look('an outcome');
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await look('a new outcome');
  const draft = (await stage.owner.item.list({ limit: 1, intake: true })).items[0];
  assert(draft);
  await visit(`/intake/${draft.key}`, intake.accept.send);
  await look('the intake');
  await visit('/search?q=payment', /SAMPLE-/);
  await look('search');
  await visit('/ledger', ledger.title);
  const fact = (await stage.owner.event.list({ limit: 1, order: 'newest', type: 'item.accepted' })).items[0];
  assert(fact);
  await visit(`/ledger/${fact.id}`, ledger.cause);
  await look('a fact');
  nothingFound();
});

test('nothing is found on people, agents and teams', { skip }, async () => {
  const { items: everybody } = await stage.owner.participant.list({ limit: 200 });
  for (const kind of ['human', 'agent'] as const) {
    const one = everybody.find((other) => other.kind === kind);
    assert(one);
    await visit(`/people/${one.id}`, people.sections.now);
    await look(kind);
  }
  const team = (await stage.owner.team.list({})).items.find(({ name }) => name === 'Sample');
  assert(team);
  await visit(`/people/${team.id}`, people.sections.members);
  await look('a team');
  await page.keyboard.press('a');
  await page.getByRole('dialog').waitFor();
  await look('a new agent');
  nothingFound();
});

test('nothing is found on the settings and the first steps', { skip }, async () => {
  for (const [section, title] of Object.entries(settings.sections)) {
    await visit(`/settings/${section}`, title);
    await look(title);
  }
  await visit('/start', start.lead);
  await look('the doors');
  nothingFound();
});

test('nothing is found on the palette, the help and the sheet of signing in', { skip }, async () => {
  await visit('/inbox', inbox.title);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(frame.palette.placeholder).fill('pay');
  await page.getByRole('option').first().waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByPlaceholder(frame.palette.placeholder).waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: frame.help.title }).waitFor();
  await look('help');
  const visitor = await stage.open('/', { visit: true });
  await visitor.getByRole('heading', { name: start.signIn.title }).waitFor();
  await look('signing in', visitor);
  nothingFound();
});

test('nothing is found on a phone, where controls stand closer', { skip }, async () => {
  const small = await stage.open('/inbox', { phone: true });
  await small.getByRole('main').getByRole('listitem').first().waitFor();
  await look('the inbox on a phone', small);
  for (const path of ['/work?layout=board', '/work?layout=list', `/items/${work.key}`]) {
    await small.goto(path);
    if (path.includes('board'))
      await small.getByLabel(words.work.lane.scrollNote, { exact: true }).selectOption('active');
    await small.getByRole('main').getByText(work.title).filter({ visible: true }).first().waitFor();
    await look(`${path} on a phone`, small);
  }
  nothingFound();
});

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
