import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Client, connect } from 'coact';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The page as people meet it: a real server with an empty database, and a real browser. */
const root = join(import.meta.dirname, '..', '..');
const browserFile = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const skip = isUsable(browserFile) ? false : `no Chromium at ${browserFile}: install one, or set CHROMIUM to its path`;
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const account = { name: 'Ana Keller', email: 'ana@example.com', password: 'correct horse battery' };

let folder: string;
let server: ChildProcess;
let setupUrl: string;
let operator: Client;
let agent: Client;
let browser: Browser;
let page: Page;
/** What a console, a policy or a script complained about. */
const complaints: string[] = [];

function isUsable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

before(async () => {
  if (skip) return;
  execFileSync(process.execPath, ['web/build.ts'], { cwd: root });
  folder = await mkdtemp(join(tmpdir(), 'coact-page-'));
  [browser, setupUrl] = await Promise.all([
    chromium.launch({ executablePath: browserFile, args: flags }),
    startServer(),
  ]);
  const where: { url: string; token: string } = JSON.parse(await readFile(join(folder, 'operator.json'), 'utf8'));
  const { url, token } = where;
  operator = connect({ url, token });
  const bot = await operator.participant.create({ kind: 'agent', name: 'cert-bot' });
  agent = connect({ url, token: (await operator.token.create({ id: bot.id, name: 'test' })).token });
  page = await browser.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
});

after(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Starts a server on a free port; gives the link that it prints on a first start. */
function startServer(): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const settings = { COACT_DATA_DIR: folder, COACT_PORT: '0', COACT_LOG_LEVEL: 'error' };
  server = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const link = /https?:\S+\/setup#\S+(?=\n)/.exec(said)?.[0];
      if (link) resolve(link);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Work that the agent has taken and asks about. */
async function askAboutWork(title: string) {
  const contract = {
    outcome: 'Visitors see no warning.',
    criteria: [{ text: 'The certificate is served', check: 'openssl', required: true }],
  };
  const { key } = await operator.item.create({ title, ...contract, priority: 'high' });
  await operator.item.commit({ id: key });
  const claim = await agent.work.claim({ item: key });
  assert(claim);
  const request = await agent.request.create({
    kind: 'question',
    item: key,
    text: 'Which key type?',
    options: ['ECDSA', 'RSA'],
  });
  return { key, run: claim.run, request };
}

test(
  'a set-up link makes the first admin, leaves no secret in the address bar, and shows an inbox that teaches',
  { skip },
  async () => {
    await page.goto(setupUrl);
    await page.getByLabel('Your name').fill(account.name);
    assert.equal(new URL(page.url()).hash, '');
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Nothing needs you.').waitFor();
    await page.getByText('coact import beads FILE').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
  },
);

test('a wrong password is refused beside the form, and the right one leads in', { skip }, async () => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill('not my password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText(/./).first().waitFor();
  // Chromium itself notes every answer of 401 in the console.
  assert.match(complaints.splice(0).join(), /^Failed to load resource: [^,]*401[^,]*$/);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Nothing needs you.').waitFor();
});

test(
  'a question appears by itself, is answered in place by key, and its answer reaches the agent',
  { skip },
  async () => {
    const { run, request, key } = await askAboutWork('Renew the certificate');
    await page.getByRole('heading', { name: 'Which key type?' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing needs you.').waitFor();
    const { response, responder } = await operator.request.get({ id: request.id });
    assert.deepEqual(response, { answer: 'ECDSA' });
    assert.equal(responder, (await operator.me.get()).id);
    const { signals } = await agent.run.heartbeat({ id: run.id, fence: run.fence, progress: 0.5 });
    assert.equal(
      signals.some(({ kind }) => kind === 'answer'),
      true,
    );
    await agent.run.deliver({
      id: run.id,
      fence: run.fence,
      summary: 'Served.',
      evidence: [{ criterion: 'c1', text: 'verify return code: 0' }],
    });
    await page.getByText('verify return code: 0').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Accept the delivery' }).click();
    await page.getByText('Nothing needs you.').waitFor();
    assert.equal((await operator.item.get({ id: key })).state, 'done');
  },
);

test('what another client changes is in the list within a second, without a reload', { skip }, async () => {
  await page.getByRole('link', { name: 'Items' }).click();
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
  const { key } = await operator.item.create({ title: 'Written elsewhere' });
  const row = page.getByRole('row').filter({ hasText: key });
  await row.getByText('Written elsewhere').waitFor({ timeout: 1_000 });
  await operator.item.cancel({ id: key });
  await row.waitFor({ state: 'detached', timeout: 1_000 });
  assert.equal(await page.evaluate(() => 'notReloaded' in globalThis), true);
});

test(
  'when the session has ended elsewhere, what was typed is still there after signing in again',
  { skip },
  async () => {
    const { request } = await askAboutWork('Rotate the tokens');
    await page.getByRole('link', { name: /^Inbox/ }).click();
    const answer = page.getByLabel('Or in your own words');
    await answer.fill('Both, by host');
    const { id } = await operator.me.get();
    const { items } = await operator.token.list({ id });
    for (const { id: token, purpose } of items) if (purpose === 'session') await operator.token.revoke({ id, token });
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await page.getByRole('dialog').getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByText('Nothing needs you.').waitFor();
    assert.deepEqual((await operator.request.get({ id: request.id })).response, { answer: 'Both, by host' });
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((text) => !/Failed to load resource: .*401/.test(text)),
    );
  },
);

test(
  'signing out ends the session, and nothing on the way broke the content security policy or was an error',
  { skip },
  async () => {
    const { url } = operator;
    const [cookie] = await page.context().cookies(url);
    assert(cookie);
    const asMe = () => fetch(`${url}/v1/me`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
    assert.equal((await asMe()).status, 200);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal((await asMe()).status, 401);
    assert.deepEqual(await page.context().cookies(url), []);
    assert.deepEqual(complaints, []);
  },
);
