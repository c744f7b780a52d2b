import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { atEnd } from './at-end.ts';
import { lookOver } from './look-over.ts';
import { root } from './run-server.ts';
import { openStage, scrollsSideways, skip, type Stage } from './stage.ts';

let stage: Stage;
let port: number;
let agent: ChildProcess;
before(async () => {
  if (skip) return;
  stage = await openStage();
  port = await freePort();
  await startAgent();
  atEnd(async () => void agent.kill('SIGKILL'));
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const one = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = one.address() as AddressInfo;
      one.close(() => resolve(free));
    });
  });

/** The agent of the examples, in a process of its own, which wants a token. */
async function startAgent(): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', AGENT_TOKEN: 'very-secret' };
  agent = spawn(process.execPath, [join(root, 'examples/a2a-agent.ts'), String(port)], { env });
  await new Promise((resolve) => agent.stdout?.once('data', resolve));
}

const address = () => `http://127.0.0.1:${port}/.well-known/agent-card.json`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a team’s intake is opened from the page, and the card that it gives stands there to copy', { skip }, async () => {
  const says = words.a2a;
  const page = await stage.open('/settings/a2a');
  await page.getByText(`${stage.url}/.well-known/agent-card.json`).waitFor();
  await button(page, says.editOf('General')).focus();
  await page.keyboard.press('Enter');
  // The first field has the focus: everything is reached by the keyboard.
  await page.keyboard.type('Writes pages for everybody.');
  await page.getByLabel(says.listedLabel).press('Space');
  await page.getByLabel(says.tags, { exact: true }).fill('writing, pages');
  await page.getByLabel(says.priority, { exact: true }).selectOption('1');
  await page.getByLabel(says.criteria, { exact: true }).fill('It is written.\nIt is read.');
  assert.deepEqual(await lookOver(page), []);
  await page.getByLabel(says.tags, { exact: true }).press('Enter');
  await page.getByText(says.savedIntake('General')).waitFor();
  await page.getByText(/in the public card · each is triaged · writing, pages/).waitFor();
  const [intake] = (await stage.owner.intake.list()).items;
  assert.deepEqual(
    [intake?.takes, intake?.listed, intake?.commits, intake?.tags],
    [true, true, false, ['writing', 'pages']],
  );
  assert.equal((intake?.contract as { priority?: number } | undefined)?.priority, 1);
  const card = (await (await fetch(`${stage.url}/.well-known/agent-card.json`)).json()) as {
    skills: { description: string }[];
  };
  assert(card.skills.some(({ description }) => description.startsWith('Writes pages for everybody.')));

  await button(page, says.editOf('General')).click();
  await page.getByLabel(says.takesLabel).uncheck();
  await button(page, says.save).click();
  await page.getByText(says.takesNot).waitFor();
  assert.equal((await stage.owner.intake.list()).items[0]?.takes, false);
  assert.deepEqual(stage.complaints(), []);
});

test(
  'an agent elsewhere is added by its card, does work, and its credentials are never seen again',
  { skip },
  async () => {
    const says = words.a2a;
    const page = await stage.open('/settings/a2a');
    await page.getByText(says.none).waitFor();
    await button(page, says.add).click();
    await page.getByLabel(says.url).fill(address());
    await page.getByLabel(says.credentials, { exact: true }).fill('very-secret');
    await button(page, says.look).click();
    await page.getByText('Writes a few lines about what it is given.').waitFor();
    await page.getByText(new RegExp(says.streams)).waitFor();
    assert.equal(await page.getByLabel(says.name, { exact: true }).inputValue(), 'Writer');
    assert.deepEqual(await lookOver(page), []);
    await button(page, says.save).click();
    await page.getByText(says.saved('Writer')).waitFor();
    const row = page.getByRole('listitem', { name: 'Writer' });
    await row.getByText(says.never).waitFor();

    const [writer] = (await stage.owner.participant.list({ kind: 'agent' })).items;
    assert(writer);
    const { id } = await stage.owner.item.create({
      title: 'Write it',
      outcome: 'A page.',
      criteria: [{ text: 'It is written.' }],
      priority: 1,
      assignee: writer.id,
    });
    await stage.owner.item.commit({ id });
    for (const end = Date.now() + 20_000; (await stage.owner.item.get({ id })).state !== 'review';)
      assert(Date.now() < end, 'it was not delivered in time');
    await page.reload();
    await row.getByText(new RegExp(says.heard)).waitFor();
    await row.getByText(new RegExp(says.signsIn('Bearer'))).waitFor();

    // Changing something else keeps them; they are in no field and in no answer.
    await button(page, says.editRemoteOf('Writer')).click();
    assert.equal(await page.getByLabel(says.credentials, { exact: true }).inputValue(), '');
    await button(page, says.look).click();
    await page.getByText('Writes a few lines about what it is given.').waitFor();
    await button(page, says.save).click();
    await page.getByText(says.saved('Writer')).waitFor();
    assert(!(await page.content()).includes('very-secret'));
    assert(!JSON.stringify(await stage.owner.participant.remotes()).includes('very-secret'));
    assert.deepEqual(stage.complaints(), []);
  },
);

test('one that is away, or at another host, says so in words; on a phone as well', { skip }, async () => {
  const says = words.a2a;
  agent.kill('SIGKILL');
  const [writer] = (await stage.owner.participant.list({ kind: 'agent' })).items;
  const { id } = await stage.owner.item.create({
    title: 'Write more',
    outcome: 'A page.',
    criteria: [{ text: 'It is written.' }],
    priority: 1,
    assignee: writer?.id ?? '',
  });
  await stage.owner.item.commit({ id });
  for (const end = Date.now() + 20_000; !(await stage.owner.participant.remotes()).items[0]?.trouble;)
    assert(Date.now() < end, 'no trouble was noted in time');
  const page = await stage.open('/settings/a2a', { phone: true });
  await page.getByText(/refuses connections/).waitFor();
  await button(page, says.cardOf('Writer')).click();
  await page.getByText(says.unreadable).waitFor();
  assert(!(await scrollsSideways(page)));
  assert.deepEqual(await lookOver(page), []);

  await button(page, says.editRemoteOf('Writer')).click();
  await page.getByLabel(says.url).fill('https://agent.example.com/.well-known/agent-card.json');
  await button(page, says.save).click();
  await page.getByText(/must be given again for another host/).waitFor();
  assert(!(await scrollsSideways(page)));
  await button(page, says.cancel).click();

  await button(page, words.common.removal.removeOf('Writer')).click();
  await button(page, words.common.removal.sure).click();
  await page.getByText(says.none).waitFor();
  assert.deepEqual((await stage.owner.participant.remotes()).items, []);
  assert.deepEqual(stage.complaints(), []);
});

test('whoever may not connect agents sees what teams take, and nothing to change', { skip }, async () => {
  const page = await stage.open('/settings/a2a', { as: await stage.invite('Mo') });
  await page.getByRole('listitem', { name: 'General' }).waitFor();
  assert.equal(await button(page, words.a2a.editOf('General')).count(), 0);
  assert.equal(await button(page, words.a2a.add).count(), 0);
  assert.deepEqual(stage.complaints(), []);
});
