import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { lookOver, violations } from './look-over.ts';
import { policyVersions } from './policy-versions.ts';
import { openStage, skip, type Stage } from './stage.ts';

const { authority, frame, inbox, intake, item, ledger, outcomes, people, settings, start } = words;

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

/** Goes somewhere and waits until it shows what it has, not only its frame. */
async function visit(path: string, shows: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByText(shows).first().waitFor();
}

test('axe finds what is planted in every page: a clean walk says something', { skip }, async () => {
  await visit('/inbox', inbox.title);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  assert.match((await violations(page)).join('\n'), /button-name/);
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
  await page.getByRole('dialog').waitFor({ state: 'detached' });
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

test(
  'nothing is found on the pages of authority, nor on what changes rules, autonomy and stops',
  { skip },
  async () => {
    const { sections, matrix, rules: says, editor, stops } = authority;
    for (const [version, rules] of policyVersions.entries())
      await stage.owner.policy.update({ rules }, { ifMatch: version });
    await visit('/authority', matrix.choose);
    await page.getByRole('main').getByRole('table').getByRole('button').first().focus();
    await look('the matrix');
    for (const section of ['rules', 'versions', 'may', 'stops'] as const) {
      await visit(`/authority/${section}`, authority[section].lead);
      await look(sections[section]);
    }
    await visit('/authority/rules', 'It can hurt.');
    await page.getByRole('button', { name: `${says.remove}: other` }).click();
    await look('a draft');
    await page.getByRole('button', { name: says.add }).click();
    await page.getByRole('dialog', { name: editor.newTitle }).waitFor();
    await look('a new rule');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: says.review }).click();
    const saving = page.getByRole('dialog', { name: authority.save.title });
    await saving.getByRole('button', { name: authority.simulate.do }).click();
    await saving.getByText(authority.simulate.none).waitFor();
    await look('saving the rules');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: says.discard }).click();
    // Nobody who works is stopped: other tests look at their work.
    const one = await stage.hire('idle-bot');
    const team = await stage.owner.team.create({ name: 'Empty', key: 'EMPTY', lead: 'me' });
    await stage.owner.stop.create({ participant: one.id, reason: 'It repeats itself.' });
    const other = await stage.owner.stop.create({ team: team.id, reason: 'Nothing may be written now.' });
    await visit(`/people/${one.id}`, 'It repeats itself.');
    await look('an agent that is stopped');
    await page.getByRole('button', { name: authority.autonomy.change }).click();
    await page.getByRole('dialog').waitFor();
    await look('how far an agent acts alone');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: stops.stopOne, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await look('stopping an agent');
    await stage.owner.stop.lift({ id: other.id, reason: 'Done.' });
    const person = (await stage.owner.participant.list({ limit: 200, kind: 'human' })).items.at(-1);
    assert(person);
    await visit(`/people/${person.id}`, people.sections.now);
    await page.getByRole('button', { name: people.more, exact: true }).last().click();
    await page.getByRole('menuitem', { name: people.retire }).click();
    await page.getByRole('dialog').getByLabel(authority.retire.reason).waitFor();
    await look('retiring somebody');
    nothingFound();
  },
);

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
  for (const section of ['matrix', 'rules', 'versions', 'may', 'stops'] as const) {
    await small.goto(`/authority/${section}`);
    await small.getByText(authority[section].lead).waitFor();
    await look(`${section} of authority on a phone`, small);
  }
  nothingFound();
});

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});
