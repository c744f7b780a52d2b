/**
 * How the page feels with 10k open items, and with 90k ended ones besides: a real server, a real Chromium, all on the same two
 * cores. Prints each figure with its goal. `npm run bench:web`.
 */
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/find-chromium.ts';
import { createCleanup } from './cleanup.ts';
import { machine } from './report.ts';
import { makeDataDir, startServer } from './server-process.ts';
import { fillUp, prepareSetting } from './setting.ts';
import { table } from './table.ts';

/** Of these 85 % are open. */
const ITEMS = 11_765;
const WITH_ENDED = 100_000;
const TIMES = 5;
const account = { email: 'bench@example.com', password: 'correct horse battery' };

const executablePath = await findChromium();
if (!executablePath) process.exit(1);
const cleanup = createCleanup();
try {
  execFileSync(process.execPath, ['web/build.ts'], { stdio: 'inherit' });
  process.env['COACT_ADMIN_EMAIL'] = account.email;
  process.env['COACT_ADMIN_PASSWORD'] = account.password;
  const dataDir = await makeDataDir();
  cleanup.add(dataDir.remove);
  const server = await startServer({ dataDir: dataDir.path, profileDir: null });
  cleanup.add(server.stop);
  const setting = await prepareSetting(server, dataDir.path);
  cleanup.add(() => setting.admin.end());
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  cleanup.add(() => browser.close());
  console.log(
    `\`npm run bench:web\`, ${new Date().toISOString().slice(0, 10)}, on ${machine()}, shared by server, database and browser.\n`,
  );
  await fillUp(setting, 0, ITEMS);
  const open = await measureAll(browser, server.url);
  await fillUp(setting, ITEMS, WITH_ENDED, 'ended');
  const all = await measureAll(browser, server.url);
  const rows = open.map((one, i) => row(one, all[i] ?? one));
  console.log(table(['page with 10k open items', 'alone', '90k ended besides', 'goal'], rows));
} finally {
  await cleanup.all();
}

type Figure = { what: string; value: number; unit: string; most: number };

async function measureAll(browser: Browser, url: string): Promise<Figure[]> {
  const usable: number[] = [];
  let last: { page: Page; scripts: number } | null = null;
  for (let i = 0; i < TIMES; i += 1) {
    const visit = await openBoard(browser, url);
    usable.push(visit.ms);
    if (i < TIMES - 1) await visit.page.context().close();
    else last = visit;
  }
  if (!last) throw new Error('The board was never opened.');
  const { page, scripts } = last;
  const heap = await heapOf(page);
  const typing = await delaysOf(page, async () => {
    await page.keyboard.press('f');
    await page.keyboard.type('owner:me priority:1 cefan', { delay: 60 });
  });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  const moving = await delaysOf(page, () => moveCard(page));
  const ended = await openEnded(page);
  const heapWithEnded = await heapOf(page);
  await page.context().close();
  return [
    { what: 'board usable after navigation, cold cache', value: median(usable), unit: 'ms', most: 1_500 },
    {
      what: 'a letter in the filter, until it is painted (p95)',
      value: percentile(typing, 0.95),
      unit: 'ms',
      most: 50,
    },
    { what: 'a move, until it is painted (p95)', value: percentile(moving, 0.95), unit: 'ms', most: 50 },
    { what: 'the newest ended work shown, after navigation', value: ended, unit: 'ms', most: 1_500 },
    { what: 'JavaScript at first load, gzip', value: scripts / 1000, unit: 'kB', most: 250 },
    { what: 'JavaScript heap', value: heap / 1e6, unit: 'MB', most: 60 },
    { what: 'JavaScript heap with the newest ended work', value: heapWithEnded / 1e6, unit: 'MB', most: 60 },
  ];
}

function row({ what, value, unit, most }: Figure, besides: Figure): string[] {
  const isMet = value <= most && besides.value <= most;
  const figures = [value, besides.value].map((one) => `${one.toFixed(0)} ${unit}`);
  return [what, ...figures, `${most} ${unit}: ${isMet ? 'met' : 'not met'}`];
}

/** The time until the list shows work that has ended, which the page keeps the newest of. */
async function openEnded(page: Page): Promise<number> {
  const began = performance.now();
  await page.goto('/work?layout=list&view=all&ended=1&filter=state:done', { waitUntil: 'commit' });
  await page.locator('main [data-row]').first().waitFor();
  const ms = performance.now() - began;
  await page.waitForTimeout(1_000);
  return ms;
}

/** Opens the board in a fresh profile: the time until its cards are there, and the bytes of its scripts as gzip has them. */
async function openBoard(browser: Browser, url: string): Promise<{ page: Page; ms: number; scripts: number }> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto('/inbox');
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  let scripts = 0;
  const sizes: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => void (scripts += gzipSync(body).length)));
  });
  const began = performance.now();
  await page.goto('/work?layout=board&view=all', { waitUntil: 'commit' });
  await page.locator('main [data-row]').first().waitFor();
  const ms = performance.now() - began;
  await page.waitForTimeout(1_000);
  await Promise.all(sizes);
  return { page, ms, scripts };
}

/** Milliseconds from each key or click to the next frame that shows what came of it, as the browser itself counts (Event Timing). */
async function delaysOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(globalThis, { delays });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (/^(keydown|click)$/.test(name)) delays.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await act();
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays);
  // Events under the threshold of one frame are not listed: they count as one frame.
  return found.length > 0 ? found : [16];
}

/** By keyboard and menu: the first card goes to the first place that it may go to. */
async function moveCard(page: Page): Promise<void> {
  for (let i = 0; i < TIMES; i += 1) {
    await page.locator('main [data-row]').nth(i).getByRole('button').first().click();
    await page.getByRole('dialog').locator('button[aria-disabled=false]').first().click();
    await page.waitForTimeout(400);
  }
}

async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}

function percentile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function median(all: readonly number[]): number {
  return percentile(all, 0.5);
}
