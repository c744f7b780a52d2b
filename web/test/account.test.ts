import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Client } from 'coact';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { account, openStage, scrollsSideways, skip, type Stage } from './stage.ts';

const { access, frame, people, settings, start } = words;
const { passkeys, sessions, reset, invitations } = access;

let stage: Stage;
let owner: Client;
let page: Page;
/** Browsers keep passkeys for names, so the page is opened at one. */
let site: string;

before(async () => {
  if (skip) return;
  stage = await openStage();
  ({ owner } = stage);
  site = `http://localhost:${new URL(stage.url).port}`;
  page = await stage.open(site, { visit: true });
  await addAuthenticator(page);
});

/** A device with a fingerprint reader that always says yes, in the browser itself. */
async function addAuthenticator(of: Page): Promise<void> {
  const devtools = await of.context().newCDPSession(of);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The device says yes at once to whatever the browser offers in a field, so a test that means the button has that switched off. */
const offerInFields = (on: Page, offered: boolean): Promise<void> =>
  on.evaluate((answer) => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(answer);
  }, offered);

async function signIn(on: Page, password: string): Promise<void> {
  await on.getByLabel(start.signIn.email).fill(account.email);
  await on.getByLabel(start.signIn.password).fill(password);
  await on.getByRole('button', { name: start.signIn.do, exact: true }).click();
  await on.getByLabel(start.signIn.password).waitFor({ state: 'detached' });
}

async function signOut(): Promise<void> {
  await page.getByRole('button', { name: frame.account }).click();
  await page.getByRole('menuitem', { name: frame.signOut }).click();
}

const signInByPasskey = async (on: Page) => {
  await on.getByRole('button', { name: passkeys.signIn }).click();
  await on.getByRole('status').getByText(frame.live, { exact: true }).waitFor();
};
const part = (title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last();

test('at an address without a name the page says where passkeys work', { skip }, async () => {
  const plain = await stage.open('/settings/account');
  await plain.getByText(passkeys.nowhere).waitFor();
  await plain.getByRole('link', { name: `${site}/settings/account` }).waitFor();
  await plain.context().close();
});

test('nobody is offered a passkey before there is one', { skip }, async () => {
  await page.getByText(reset.ask).waitFor();
  assert.equal(await page.getByRole('button', { name: passkeys.signIn }).count(), 0);
});

test('a person adds a passkey in the settings and signs in with it', { skip }, async () => {
  await signIn(page, account.password);
  await page.goto(`${site}/settings/account`);
  await page.getByText(passkeys.none).waitFor();
  await page.getByRole('button', { name: passkeys.add }).click();
  await page.getByLabel(passkeys.name).fill('Desk');
  await page.getByRole('button', { name: passkeys.add }).click();
  await page.getByText('Desk', { exact: true }).waitFor();
  await offerInFields(page, false);
  await signOut();
  await signInByPasskey(page);
});

test('whoever has a passkey picks it where the address goes, and presses no button', { skip }, async () => {
  const newest = async () => (await owner.event.list({ type: 'session.created', order: 'newest', limit: 1 })).items[0];
  const last = await newest();
  await offerInFields(page, true);
  await signOut();
  await eventually(async () => (await newest())?.id !== last?.id, true);
  assert.equal(typeof (await newest())?.data['passkey'], 'string');
  await page.getByRole('status').getByText(frame.live, { exact: true }).waitFor();
});

test('a passkey is renamed, and the device is not asked for a second one', { skip }, async () => {
  await page.goto(`${site}/settings/account`);
  await page.getByRole('button', { name: passkeys.renameOf('Desk') }).click();
  await page.getByLabel(passkeys.name).fill('My desk');
  await page.getByRole('button', { name: passkeys.save, exact: true }).click();
  await page.getByText('My desk', { exact: true }).waitFor();
  await page.getByRole('button', { name: passkeys.add }).click();
  await page.getByLabel(passkeys.name).fill('Again');
  await page.getByRole('button', { name: passkeys.add }).click();
  await page.getByRole('alert').getByText(passkeys.already).waitFor();
  await page.getByRole('button', { name: passkeys.cancel }).click();
});

test('somebody sees where they are signed in, and signs out there', { skip }, async () => {
  const here = part(sessions.title);
  await here.getByText(sessions.this).waitFor();

  const elsewhere = await stage.open(site, { visit: true });
  await signIn(elsewhere, account.password);
  await page.reload();
  const ends = here.getByRole('button', { name: sessions.endOf('Chrome on Linux') });
  await ends.first().waitFor();
  const before = await ends.count();
  await ends.last().click();
  await eventually(() => ends.count(), before - 1);
  await elsewhere.reload();
  await elsewhere.getByRole('heading', { name: start.signIn.title }).waitFor();
  await signIn(elsewhere, account.password);
  await page.reload();
  await here.getByRole('button', { name: sessions.endOthers }).click();
  await eventually(() => here.getByRole('listitem').count(), 1);
  await elsewhere.reload();
  await elsewhere.getByRole('heading', { name: start.signIn.title }).waitFor();
  await elsewhere.context().close();
});

test('the account fits a phone', { skip }, async () => {
  const phone = await stage.open(site, { visit: true, phone: true });
  await signIn(phone, account.password);
  await phone.goto(`${site}/settings/account`);
  await phone.getByText('My desk', { exact: true }).waitFor();
  assert.equal(await scrollsSideways(phone), false);
  await phone.context().close();
});

test('a password that everybody tries first is refused beside the form', { skip }, async () => {
  await page.getByLabel(settings.account.current).fill(account.password);
  await page.getByLabel(settings.account.next).fill('password123456');
  await page.getByRole('button', { name: settings.account.change, exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/tried first/)
    .waitFor();
});

test('a passkey is removed after one more question', { skip }, async () => {
  await page.reload();
  await page.getByRole('button', { name: passkeys.removeOf('My desk') }).click();
  await page.getByRole('button', { name: passkeys.removeSure }).click();
  await page.getByText(passkeys.none).waitFor();
  assert.deepEqual((await owner.passkey.list()).items, []);
});

test('an admin lets somebody in again: they choose another password by the link', { skip }, async () => {
  const person = await stage.invite('Ben');
  await page.goto(`${site}/people/${person.id}`);
  await page.getByRole('heading', { name: sessions.theirs }).waitFor();
  await page.getByRole('button', { name: sessions.endOf('Node.js') }).waitFor();
  await page.getByRole('button', { name: people.more }).click();
  await page.getByRole('menuitem', { name: reset.menu }).click();
  const link = (await page.getByLabel(reset.label, { exact: true }).textContent()) ?? '';
  await page.getByRole('button', { name: reset.done, exact: true }).click();
  const theirs = await stage.open(link.trim(), { visit: true });
  await theirs.getByLabel(reset.password).fill('staple of the evening');
  assert.equal(new URL(theirs.url()).hash, '');
  await theirs.getByRole('button', { name: reset.do }).click();
  await theirs.getByRole('status').getByText(frame.live, { exact: true }).waitFor();
  await assert.rejects(person.client.me.get(), { code: 'unauthenticated' });
  await theirs.context().close();
});

test('an invitation is accepted by a passkey, without any password', { skip }, async () => {
  const { url, participant } = await owner.invitation.create({ name: 'Cem', days: 7 });
  await page.goto(`${site}/settings/workspace`);
  await page.getByRole('button', { name: invitations.revokeOf('Cem') }).waitFor();
  const theirs = await stage.open(`${site}/setup${new URL(url).hash}`, { visit: true });
  await addAuthenticator(theirs);
  await theirs.getByLabel(start.setUp.name).fill('Cem');
  await theirs.getByLabel(start.setUp.email).fill('cem@example.com');
  await theirs.getByRole('button', { name: start.setUp.passkeyDo }).click();
  await theirs.getByRole('button', { name: start.setUp.do, exact: true }).click();
  await theirs.getByRole('status').getByText(frame.live, { exact: true }).waitFor();
  await offerInFields(theirs, false);
  await theirs.getByRole('button', { name: frame.account }).click();
  await theirs.getByRole('menuitem', { name: frame.signOut }).click();
  await signInByPasskey(theirs);
  assert.equal((await owner.participant.get({ id: participant.id })).email, 'cem@example.com');
  await theirs.context().close();
});

test('an open invitation is taken back in the settings', { skip }, async () => {
  await owner.invitation.create({ name: 'Dora' });
  await page.reload();
  await page.getByRole('button', { name: invitations.revokeOf('Dora') }).click();
  await page.getByText(invitations.none).waitFor();
  assert.deepEqual((await owner.invitation.list()).items, []);
});

test(
  'a system is added with a sponsor, gets a token, and the page tells when that was last used',
  { skip },
  async () => {
    await page.goto(`${site}/people`);
    await page.getByRole('button', { name: people.add }).click();
    await page.getByRole('menuitem', { name: people.addSystem }).click();
    await page.getByLabel(people.form.name, { exact: true }).fill('build');
    await page.getByRole('button', { name: people.form.create.system, exact: true }).click();
    await page.getByRole('button', { name: people.tokens.create }).click();
    await page.getByLabel(people.tokens.name).fill('pipeline');
    await page.getByRole('button', { name: people.tokens.create }).click();
    const token = (await page.getByLabel(`${people.tokens.label}: pipeline`, { exact: true }).textContent()) ?? '';
    await page.getByText(access.neverUsed).waitFor();
    const { connect } = await import('coact');
    const build = await connect({ url: stage.url, token: token.trim() }).me.get();
    assert.deepEqual([build.kind, build.sponsor], ['system', (await owner.me.get()).id]);
    const used = async () => (await owner.token.list({ id: build.id })).items[0]?.lastUsedAt ?? null;
    await eventually(async () => (await used()) !== null, true);
    await page.reload();
    await page.getByText(access.lastUsed).first().waitFor();
  },
);

test('the browser complained about nothing', { skip }, () => assert.deepEqual(stage.complaints(), []));
