import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Item } from 'coact';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { type RunningAgent, startAgent } from './agents/start-agent.ts';
import { eventually } from './eventually.ts';
import { openStage, skip, soon, type Stage } from './stage.ts';

const { inbox, item: says, work } = words;

let stage: Stage;
let page: Page;
let agent: RunningAgent;
let key: string;

before(async () => {
  if (skip) return;
  stage = await openStage();
  page = await stage.open('/work');
});

/** The sheet of the item, as a page of its own. */
const sheet = () => page.getByRole('main', { name: says.pageLabel(key) });
const stateIs = (state: Item['state']) =>
  eventually(async () => (await stage.owner.item.get({ id: key })).state, state);

/** Writes a part of the contract in its place. */
async function write(title: string, fill: () => Promise<void>): Promise<void> {
  const part = sheet().getByRole('region', { name: title, exact: true });
  await part.getByRole('button', { name: new RegExp(`: ${title}$`) }).click();
  await fill();
  await part.getByRole('button', { name: new RegExp(`^${says.save}`) }).click();
  await part.getByRole('button', { name: new RegExp(`: ${title}$`) }).waitFor();
}

test('work that is written down on the page says what it lacks, and is ready once that is said', { skip }, async () => {
  await page.getByRole('button', { name: work.create.button }).first().click();
  const dialog = page.getByRole('dialog', { name: work.create.title });
  await dialog.getByLabel(work.create.name).fill('Renew the certificate');
  await dialog.getByRole('button', { name: work.create.do }).click();
  await dialog.waitFor({ state: 'detached' });
  key = (await stage.owner.item.list({ limit: 1 })).items[0]?.key ?? '';
  await page.goto(`/items/${key}`);
  await sheet().getByText(says.missing).waitFor();

  const { texts, criteria, terms } = says;
  await write(texts.outcome.title, () =>
    page.getByLabel(texts.outcome.title, { exact: true }).last().fill('Visitors see no warning.'),
  );
  await write(criteria.title, async () => {
    const first = page.getByLabel(criteria.text(1), { exact: true });
    if (!(await first.isVisible())) await page.getByRole('button', { name: criteria.add }).click();
    await first.fill('The certificate is served');
    await page.getByLabel(criteria.check(1)).fill('openssl s_client');
    await page.getByRole('button', { name: criteria.add }).click();
    await page.getByLabel(criteria.text(2), { exact: true }).fill('The old one is revoked');
  });
  await sheet()
    .getByLabel(terms.priority, { exact: true })
    .selectOption({ label: words.common.priorityWord(1) });
  await sheet().getByText(says.nothingMissing).waitFor();
  await sheet().getByRole('button', { name: says.acts.commit }).click();
  await sheet()
    .getByText(says.next({ state: 'ready', openChildren: 0 }))
    .waitFor();
  await stateIs('ready');
});

test(
  'an agent takes it, and the page shows by itself what it is doing, how far it is and what it costs',
  { skip },
  async () => {
    const { token } = await stage.hire('cert-bot');
    agent = startAgent({ script: 'ask-and-deliver', url: stage.url, token });
    await agent.says(`claimed ${key}`);
    const run = sheet().getByRole('region', { name: says.runNow });
    await run.getByText('Looking at how it is now').waitFor({ timeout: soon });
    await run.getByText(/20\s?%/).waitFor();
    await run.getByText('cert-bot').waitFor();
  },
);

test(
  'its question is answered from the inbox by two keys, and the agent goes on with the answer',
  { skip },
  async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Which key type?' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await agent.says('answered ECDSA');
    await agent.says('delivered');
  },
);

test(
  'a delivery is judged criterion by criterion; one is returned, and cannot be without a reason',
  { skip },
  async () => {
    await page.getByText('A key of type ECDSA (The certificate is served)').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    const why = page.getByLabel(inbox.review.wrong);
    await page.getByRole('button', { name: inbox.review.return }).click();
    assert.equal(await why.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing), true);
    await why.fill('The old one is still trusted');
    await page.getByRole('button', { name: inbox.review.return }).click();
    await agent.says('returned: The old one is still trusted');
    await agent.says('delivered again');
  },
);

test('the second delivery is accepted by keys alone, and nothing needs the owner any more', { skip }, async () => {
  await page.getByText('Mended: The old one is still trusted (The old one is revoked)').waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await page.getByText(inbox.nothing, { exact: true }).waitFor();
  await agent.says('accepted');
  await stateIs('done');
});

test(
  'the item tells the whole story: evidence with verdicts, both attempts, and who did what by what right',
  { skip },
  async () => {
    await page.goto(`/items/${key}`);
    await sheet().getByRole('tab', { name: says.tabs.evidence }).click();
    const evidence = sheet().getByRole('tabpanel', { name: says.tabs.evidence });
    await evidence.getByText('Mended: The old one is still trusted (The certificate is served)').waitFor();
    await evidence.getByText(says.verdicts.pass).nth(1).waitFor();
    await sheet().getByRole('tab', { name: says.tabs.history }).click();
    const history = sheet().getByRole('tabpanel', { name: says.tabs.history });
    await history.getByText(words.common.eventWord('item.returned')).first().waitFor();
    await history.getByText(words.common.eventWord('item.accepted')).first().waitFor();
    await history.getByText(says.onBehalfOf('You')).first().waitFor();
  },
);

test(
  'a running agent hears a message; when it is stopped, it learns why and the work is free again',
  { skip },
  async () => {
    key = await readyWork('Sort the old files');
    const { token } = await stage.hire('file-bot');
    const worker = startAgent({ script: 'keep-working', url: stage.url, token });
    await worker.says(`claimed ${key}`);
    await page.goto(`/items/${key}`);
    await reason('message', 'Begin with the oldest ones');
    await worker.says('heard message: Begin with the oldest ones');
    await reason('stop', 'They shall be kept after all');
    assert.match(await worker.says('let go'), /stopped.*They shall be kept after all/);
    await sheet()
      .getByText(says.next({ state: 'ready', openChildren: 0 }))
      .waitFor();
    await stateIs('ready');
    await stage.owner.item.cancel({ id: key });
  },
);

test(
  'work is taken over from the item: the agent lets go, and the person delivers it on the page',
  { skip },
  async () => {
    key = await readyWork('Write to the authority');
    const { token } = await stage.hire('letter-bot');
    const worker = startAgent({ script: 'keep-working', url: stage.url, token });
    await worker.says(`claimed ${key}`);
    await page.goto(`/items/${key}`);
    await reason('takeOver', 'I know them');
    assert.match(await worker.says('let go'), /taken over.*I know them/);
    const run = sheet().getByRole('region', { name: says.runNow });
    await run.getByText(says.noLease).waitFor();
    await run.getByRole('button', { name: says.acts.deliver }).click();
    const dialog = page.getByRole('dialog', { name: says.deliver.title(key) });
    await dialog.getByLabel(says.deliver.summary).fill('Sent today.');
    await dialog.getByLabel(says.deliver.evidence('It is done')).fill('The receipt has number 12');
    await dialog.getByRole('button', { name: says.deliver.submit }).click();
    await dialog.waitFor({ state: 'detached' });
    await stateIs('review');
  },
);

test('nothing on the way broke the content security policy or was an error', { skip }, () => {
  assert.deepEqual(stage.complaints(), []);
});

async function readyWork(title: string): Promise<string> {
  const { owner } = stage;
  const made = await owner.item.create({
    title,
    outcome: 'It is over.',
    criteria: [{ text: 'It is done' }],
    priority: 'high',
  });
  await owner.item.commit({ id: made.id });
  return made.key;
}

/** An act of the run that asks why, or what. */
async function reason(act: 'stop' | 'message' | 'takeOver', text: string): Promise<void> {
  const { title, submit } = says.reasons[act];
  await sheet().getByRole('region', { name: says.runNow }).getByRole('button', { name: says.acts[act] }).click();
  const dialog = page.getByRole('dialog', { name: title(key) });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: submit }).click();
  await dialog.waitFor({ state: 'detached' });
}
