import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'coact';
import { chromium, type BrowserContext } from 'playwright-core';
import { makeDataDir, startServer } from '../bench/server-process.ts';
import { findChromium } from './find-chromium.ts';
import { run } from './run.ts';

/**
 * Lighthouse's judgement of the pages that people live in, signed in and with work on them: performance, accessibility and
 * best practices, on a desk and on a phone. `npm run lighthouse`, or `npm run lighthouse -- board` for some pages; fails where one
 * is below 95, and then says which measurements and findings are behind it.
 */
const root = join(import.meta.dirname, '..');
const LIGHTHOUSE = 'lighthouse@13.5.0';
const LEAST = 95;
const categories = ['performance', 'accessibility', 'best-practices'];
const wanted = process.argv.slice(2);
const account = { email: 'ana@example.com', password: 'correct horse battery' };

const executablePath = await findChromium();
if (!executablePath) process.exit(1);
if ((await run(process.execPath, ['web/build.ts'], { cwd: root })) !== 0) process.exit(1);
process.env['COACT_ADMIN_EMAIL'] = account.email;
process.env['COACT_ADMIN_PASSWORD'] = account.password;
const dataDir = await makeDataDir();
const profile = await mkdtemp(join(tmpdir(), 'coact-lighthouse-'));
const server = await startServer({ dataDir: dataDir.path, profileDir: null });
const port = 9_322;
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', `--remote-debugging-port=${port}`],
});
try {
  const key = await prepare(browser);
  const paths = { inbox: '/inbox', board: '/work?layout=board', item: `/items/${key}` };
  const chosen = Object.entries(paths).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const worst = await judgeAll(chosen.map(([, path]) => path));
  process.exitCode = worst < LEAST ? 1 : 0;
} finally {
  await browser.close();
  await server.stop();
  await dataDir.remove();
  await rm(profile, { recursive: true, force: true });
}

/** Sample work, and a signed-in browser; gives the key of an item. */
async function prepare(context: BrowserContext): Promise<string> {
  const owner = connect(server);
  await owner.sample.create();
  const { items } = await owner.item.list({ state: ['review', 'active'], limit: 1 });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor();
  return items[0]?.key ?? '';
}

async function judgeAll(paths: readonly string[]): Promise<number> {
  const scores: number[] = [];
  for (const form of ['desktop', 'mobile'] as const) {
    for (const path of paths) {
      const { judged, behind } = await judge(path, form);
      scores.push(...judged.map(([, score]) => score));
      const said = judged.map(([name, score]) => `${name} ${score}`).join(', ');
      console.log(`${form.padEnd(8)} ${path.padEnd(24)} ${said}`);
      for (const line of behind) console.log(`         ${line}`);
    }
  }
  return Math.min(...scores);
}

type Judged = { judged: [string, number][]; behind: string[] };

async function judge(path: string, form: 'desktop' | 'mobile'): Promise<Judged> {
  const file = join(profile, 'report.json');
  const flags = ['--quiet', `--port=${port}`, '--disable-storage-reset', '--output=json', `--output-path=${file}`];
  const only = `--only-categories=${categories.join(',')}`;
  const preset = form === 'desktop' ? ['--preset=desktop'] : [];
  const lighthouse = ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse'];
  const code = await run('npm', [...lighthouse, server.url + path, ...flags, only, ...preset], { cwd: tmpdir() });
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} on ${path}.`);
  const report: Report = JSON.parse(await readFile(file, 'utf8'));
  const judged = categories.map((name): [string, number] => [
    name,
    Math.round((report.categories[name]?.score ?? 0) * 100),
  ]);
  const low = judged.filter(([, score]) => score < LEAST).map(([name]) => name);
  return { judged, behind: low.flatMap((name) => behindScore(report, name)) };
}

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
};

/** What weighs in a score and is less than whole; for performance all its measurements, since they are read together. */
function behindScore({ categories: all, audits }: Report, category: string): string[] {
  const weighing = (all[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0).map(({ id }) => id);
  return weighing.flatMap((id) => {
    const audit = audits[id];
    const isTold = audit && audit.score !== null && (audit.score < 1 || category === 'performance');
    return isTold
      ? [`${audit.title}: ${audit.displayValue ?? 'not met'} (${Math.round((audit.score ?? 0) * 100)})`]
      : [];
  });
}
