import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from 'coact';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { run } from './run.ts';
import { fillSampleWorld } from './sample-world.ts';

/** Takes the pictures of the documents, `docs/images/*.png`, from a real server with sample work and a real browser. */
const root = join(import.meta.dirname, '..');
const images = join(root, 'docs', 'images');
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const account = { name: 'Ana Keller', email: 'ana@example.com', password: 'correct horse battery' };
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** The sample is seconds old; the pictures show it as if it had been written a while ago. */
const LATER = 14 * 60_000;

const executablePath = await findChromium();
if (!executablePath) process.exit(1);
if ((await run(process.execPath, ['web/build.ts'], { cwd: root })) !== 0) process.exit(1);
const folder = await mkdtemp(join(tmpdir(), 'coact-screenshots-'));
const { server, setupUrl } = await startServer(folder);
const browser = await chromium.launch({ executablePath, args: flags });
try {
  await takePictures(browser, setupUrl);
} finally {
  await browser.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/** A server on a free port with an empty data directory, and the link that it prints on a first start. */
async function startServer(dataDir: string): Promise<{ server: ChildProcess; setupUrl: string }> {
  const { DATABASE_URL: _, COACT_PUBLIC_URL: __, ...env } = process.env;
  const child = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: { ...env, COACT_DATA_DIR: dataDir, COACT_PORT: '0', COACT_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const link = /https?:\S+\/setup#\S+$/.exec(line)?.[0];
    if (link) return { server: child, setupUrl: link };
  }
  throw new Error('The server ended before it gave its set-up link.');
}

async function takePictures(chrome: Browser, link: string): Promise<void> {
  const page = await chrome.newPage({ viewport: desk });
  await signIn(page, link);
  const { url, token }: { url: string; token: string } = JSON.parse(
    await readFile(join(folder, 'operator.json'), 'utf8'),
  );
  const { running } = await fillSampleWorld({
    owner: connect({ url, token }),
    connectAs: (as) => connect({ url, token: as }),
  });
  const storageState = await page.context().storageState();
  await mkdir(images, { recursive: true });

  const take = async (name: string, options: BrowserContextOptions, show: (shown: Page) => Promise<void>) => {
    const context = await chrome.newContext({
      storageState,
      viewport: desk,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      ...options,
    });
    const shown = await context.newPage();
    await shown.clock.setFixedTime(Date.now() + LATER);
    await shown.goto(`${url}/inbox`);
    await show(shown);
    await shown.evaluate(() => document.fonts.ready.then(() => undefined));
    await shown.screenshot({ path: join(images, `${name}.png`) });
    await context.close();
    console.log(`docs/images/${name}.png`);
  };
  await take('inbox', {}, showReview);
  await take('inbox-dark', { colorScheme: 'dark' }, (shown) =>
    shown.getByRole('heading', { name: /Which key type/ }).waitFor(),
  );
  await take('inbox-phone', { viewport: phone }, (shown) => shown.getByText(/Which key type/).waitFor());
  await take('item', {}, async (shown) => {
    await shown.goto(`${url}/items/${running}`);
    await shown.getByRole('heading', { name: 'Show the price list in under a second' }).waitFor();
    await shown
      .getByText(/1\.2 s on a slow phone/)
      .first()
      .waitFor();
  });
}

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Nothing needs you.').waitFor();
}

/** The delivery with its evidence, and the first criterion judged. */
async function showReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Let customers export/ }).click();
  await page.getByText('real 0m21.340s').waitFor();
}
