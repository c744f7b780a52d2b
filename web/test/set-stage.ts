import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, connect } from 'coact';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { root, runServer } from './run-server.ts';
import { type Cookie, invite, type Person, signIn } from './sessions.ts';

/** The page as people meet it: a real server with an empty database, and a real browser. */
export type Stage = {
  url: string;
  /** Where the server printed that the first admin is made; empty unless the stage was opened with `first`. */
  setupUrl: string;
  /** The first admin, who is signed in on every page unless stated. */
  owner: Client;
  /** A new agent with its token. */
  hire: (name: string) => Promise<{ id: string; client: Client; token: string }>;
  /** A new person, who may be given to `open`. */
  invite: (name: string, role?: 'admin' | 'member' | 'guest') => Promise<Person>;
  /** A page of its own browser profile: on a desk in light, unless stated; signed in as the owner, unless `visit` or `as` says otherwise. */
  open: (path: string, how?: OpenOptions) => Promise<Page>;
  /** What consoles, policies and scripts complained about since the last look, but for answers of 401 and 4xx that a test provokes. */
  complaints: () => string[];
};
export type SetStage = Stage & { close: () => Promise<void> };
export type OpenOptions = BrowserContextOptions & {
  phone?: boolean;
  theme?: 'light' | 'dark';
  /** As somebody who has no session yet. */
  visit?: boolean;
  as?: Person;
};

export const account = { name: 'Ana Keller', email: 'ana@example.com', password: 'correct horse battery' };
export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const adminEnv = { COACT_ADMIN_EMAIL: account.email, COACT_ADMIN_PASSWORD: account.password };

/** Starts a server and a browser, which `close` ends. `first`: nobody has set up an account yet. */
export async function setStage(browserFile: string, { first = false }: { first?: boolean } = {}): Promise<SetStage> {
  execFileSync(process.execPath, ['web/build.ts'], { cwd: root });
  const folder = await mkdtemp(join(tmpdir(), 'coact-page-'));
  const [server, browser] = await Promise.all([
    first ? runServer(folder, {}, setupLink) : runServer(folder, adminEnv, /Coact is at/),
    chromium.launch({ executablePath: browserFile, args: flags }),
  ]);
  const where: { url: string; token: string } = JSON.parse(await readFile(join(folder, 'operator.json'), 'utf8'));
  const owner = connect(where);
  const heard: string[] = [];
  const cookies = first ? [] : await signIn(where.url, account);
  return {
    url: where.url,
    setupUrl: first ? (setupLink.exec(server.said())?.[0] ?? '') : '',
    owner,
    async hire(name) {
      const { id } = await owner.participant.create({ kind: 'agent', name });
      const { token } = await owner.token.create({ id, name: 'test' });
      return { id, token, client: connect({ url: where.url, token }) };
    },
    invite: (name, role) => invite(owner, name, role),
    open: (path, how = {}) => openPage({ browser, url: where.url, cookies, heard }, path, how),
    // Chromium itself notes every refused answer in the console.
    complaints: () => heard.splice(0).filter((text) => !/Failed to load resource: .*4\d\d/.test(text)),
    async close() {
      await browser.close();
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const setupLink = /https?:\S+\/setup#\S+(?=\n)/;

type Opening = { browser: Browser; url: string; cookies: readonly Cookie[]; heard: string[] };

async function openPage({ browser, url, cookies, heard }: Opening, path: string, options: OpenOptions): Promise<Page> {
  const { phone: isPhone = false, theme = 'light', visit = false, as, ...how } = options;
  const context = await browser.newContext({
    viewport: isPhone ? phone : desk,
    ...(isPhone && { hasTouch: true, isMobile: true }),
    colorScheme: theme,
    baseURL: url,
    ...how,
  });
  if (!visit) {
    await context.addCookies([...(as?.cookies ?? cookies)]);
    // The browser's own reader of PDFs has a document without any storage.
    await context.addInitScript(() => globalThis.localStorage?.setItem('coact.signed-in', '1'));
  }
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', ({ message }) => heard.push(message));
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && heard.push(said.text()));
  await page.goto(path);
  return page;
}

/** Whether the page can be scrolled sideways: never, on any screen. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
