import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { atEnd } from './at-end.ts';
import { endProcess, root } from './run-server.ts';
import { openStage, scrollsSideways, skip, type Stage } from './stage.ts';

const { frame, start } = words;
const says = words.settings.signIn;

let stage: Stage;
let provider: { issuer: string; clientId: string; clientSecret: string };

before(async () => {
  if (skip) return;
  stage = await openStage();
  provider = await runProvider(`${stage.url}/sign-in/callback`, {
    cleo: { email: 'cleo@example.com', email_verified: true, name: 'Cleo Okafor', groups: ['builders'] },
    theo: { email: 'theo@example.com', email_verified: false },
  });
});

/** A real provider of OpenID Connect in a process of its own. */
async function runProvider(callback: string, people: object): Promise<typeof provider> {
  const args = ['server/test/oidc-process.ts', callback, JSON.stringify(people)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  atEnd(() => endProcess(child));
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, told] = /^provider (.+)\n/m.exec(said) ?? [];
      if (told) resolve(JSON.parse(told) as typeof provider);
    });
  });
}

/** Types a name at the provider, and agrees to what Coact wants to know. */
async function agree(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function looksRight(page: Page, what: string): Promise<void> {
  assert.equal(await scrollsSideways(page), false, `${what} scrolls sideways`);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    what,
  );
  const folder = process.env['COACT_LOOK'];
  if (folder) await page.screenshot({ path: join(folder, `${what.replaceAll(' ', '-')}.png`), fullPage: true });
}

test('an admin adds a provider on a phone, maps a group, and the test says that it works', { skip }, async () => {
  const page = await stage.open('/settings/signIn', { phone: true });
  await page.getByText(says.none).waitFor();
  await looksRight(page, 'no provider');
  await page.getByRole('button', { name: says.add }).click();
  await page.getByText(`${stage.url}/sign-in/callback`).waitFor();
  await page.getByLabel(says.name, { exact: true }).fill('House ID');
  await page.getByLabel(says.issuer).fill(provider.issuer);
  await page.getByLabel(says.clientId).fill(provider.clientId);
  await page.getByLabel(says.secret).fill('not the secret');
  await page.getByLabel(says.scopes).fill('profile email groups');
  await page.getByLabel(says.create).check();
  await page.getByLabel(says.domains).fill('example.com');
  await page.getByLabel(says.claim).fill('groups');
  await page.getByRole('button', { name: says.addMapping }).click();
  await page.getByLabel(says.group, { exact: true }).fill('builders');
  await page.getByLabel(says.role).selectOption('member');
  await page.getByText(says.noTeams).click();
  await page.getByLabel('General').check();
  await looksRight(page, 'a new provider');
  await page.getByRole('button', { name: says.save }).click();
  await page.getByRole('button', { name: says.testOf('House ID') }).click();
  await page.getByText(says.broken).waitFor();
  await page.getByText(/does not accept the client id/).waitFor();
  await looksRight(page, 'a provider that does not work');

  await page.getByRole('button', { name: says.editOf('House ID') }).click();
  assert.equal(await page.getByLabel(says.secret).inputValue(), '');
  assert.equal(await page.getByLabel(says.group, { exact: true }).inputValue(), 'builders');
  await page.getByLabel(says.secret).fill(provider.clientSecret);
  await page.getByRole('button', { name: says.save }).click();
  await page.getByRole('button', { name: says.testOf('House ID') }).click();
  await page.getByText(says.works).waitFor();
  const { items } = await stage.owner.provider.list();
  assert.deepEqual(
    items.map(({ name, emailDomains, mappings }) => [name, emailDomains, mappings[0]?.role, mappings[0]?.teams.length]),
    [['House ID', ['example.com'], 'member', 1]],
  );
});

test('somebody new signs in through it, and is where they wanted to be, in their team', { skip }, async () => {
  const { key } = await stage.owner.item.create({ title: 'Look at the roof' });
  const page = await stage.open(`/items/${key}`, { visit: true });
  await page.getByRole('link', { name: start.signIn.with('House ID') }).waitFor();
  await looksRight(page, 'the sign-in page');
  await page.getByRole('link', { name: start.signIn.with('House ID') }).click();
  await agree(page, 'cleo');
  await page.getByText('Look at the roof').first().waitFor();
  assert.equal(page.url(), `${stage.url}/items/${key}`, 'nothing is left of it in the address');
  const cleo = await stage.owner.participant.get({ id: 'cleo@example.com' });
  assert.deepEqual([cleo.name, cleo.role, cleo.teams.length], ['Cleo Okafor', 'member', 1]);
  await page.reload();
  await page.getByText('Look at the roof').first().waitFor();
  await page.goto('/settings/signIn');
  await page.getByRole('heading', { name: words.settings.sections.appearance }).waitFor();
  assert.equal(await page.getByRole('link', { name: words.settings.sections.signIn }).count(), 0, 'only for admins');
});

test('who cannot come in reads why, and can still use a password', { skip }, async () => {
  const page = await stage.open('/', { visit: true });
  await page.getByRole('link', { name: start.signIn.with('House ID') }).click();
  await agree(page, 'theo');
  await page.getByText(start.signIn.problems['email_unverified']?.message ?? '').waitFor();
  await looksRight(page, 'a sign-in that came to nothing');
  await page.getByLabel(start.signIn.email).fill('ana@example.com');
  await page.getByLabel(start.signIn.password).fill('correct horse battery');
  await page.getByRole('button', { name: start.signIn.do, exact: true }).click();
  await page.getByRole('button', { name: frame.account }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/inbox');
  assert.equal(await page.getByText(start.signIn.problems['email_unverified']?.message ?? '').count(), 0);
});

test('when a session ends, signing in on a page beside it brings the first one back as it was', { skip }, async () => {
  const page = await stage.open('/', { visit: true });
  await page.getByRole('link', { name: start.signIn.with('House ID') }).click();
  await agree(page, 'cleo');
  await page.getByRole('button', { name: frame.account }).waitFor();
  await page.goto('/settings/account');
  await page.getByLabel(words.settings.account.name).fill('Half typed');
  const { id } = await stage.owner.participant.get({ id: 'cleo@example.com' });
  const { items } = await stage.owner.token.list({ id });
  for (const { id: token } of items) await stage.owner.token.revoke({ id, token });
  await page.getByRole('heading', { name: start.expired.title }).waitFor();
  const [beside] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: start.signIn.with('House ID') }).click(),
  ]);
  // The provider still knows them.
  await beside.getByRole('button', { name: frame.account }).waitFor();
  await page.getByRole('heading', { name: start.expired.title }).waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel(words.settings.account.name).inputValue(), 'Half typed');
});

test(
  'an admin removes a provider after reading what follows, and nobody is offered it any more',
  { skip },
  async () => {
    const page = await stage.open('/settings/signIn');
    await page.getByRole('button', { name: words.common.removal.removeOf('House ID') }).click();
    await page.getByText(says.removeNote).waitFor();
    await looksRight(page, 'a provider about to be removed');
    await page.getByRole('button', { name: words.common.removal.sure }).click();
    // Somebody came in by it and has no password: that is said before it goes.
    const anyway = page.getByRole('button', { name: says.removeAnyway });
    await anyway.waitFor();
    await page.getByText(says.leftOut(1)).waitFor();
    await looksRight(page, 'a provider that somebody needs');
    await anyway.click();
    await page.getByText(says.none).waitFor();
    const visitor = await stage.open('/', { visit: true });
    await visitor.getByLabel(start.signIn.password).waitFor();
    assert.equal(await visitor.getByText(start.signIn.or).count(), 0);
    // The provider's own pages ask for a font from elsewhere.
    const ours = stage.complaints().filter((text) => !text.includes('net::ERR_'));
    assert.deepEqual(ours, []);
  },
);
