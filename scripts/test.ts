import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { launchEmbedded } from '../server/src/store/embedded/launch.ts';
import { findChromium } from './find-chromium.ts';
import { run } from './run.ts';

/**
 * `npm test [-- FILE…]`: starts one PostgreSQL for the whole run, whose template database each test file clones, and hands
 * the files to Node's own runner. `--fuzz N` sends N generated requests instead.
 */
const { values, positionals } = parseArgs({ options: { fuzz: { type: 'string' } }, allowPositionals: true });
const root = new URL('..', import.meta.url).pathname;
const everything = [
  'server/**/*.test.ts',
  'client/**/*.test.ts',
  'web/**/*.test.ts',
  'story/**/*.test.ts',
  'examples/**/*.test.ts',
  'bench/**/*.test.ts',
  'scripts/**/*.test.ts',
];
const wanted = values.fuzz ? ['server/test/fuzz.test.ts'] : positionals.length > 0 ? positionals : everything;
const files = globSync(wanted, { cwd: root, exclude: (name) => name === 'node_modules' }).toSorted();
if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(' ')}.`);
  process.exit(1);
}

const dataDir = await mkdtemp(join(tmpdir(), 'coact-test-'));
const chromium = await findChromium();
const database = await launchEmbedded({ dataDir });
Object.assign(process.env, {
  COACT_TEST_DATABASE: JSON.stringify(database.connection),
  // Each process of the run reads the same sources: whoever is first strips their types for all.
  NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
  ...(chromium && { CHROMIUM: chromium }),
  ...(values.fuzz && { COACT_FUZZ_RUNS: values.fuzz }),
});
const isOfPage = (file: string) => file.startsWith('web/test/');
const isOfWhole = (file: string) => /^(client\/test|examples|server\/test|story)\//.test(file);
let passed = false;
try {
  // Three at once: most tests wait for a database, a process or a page half of their time. Those of whole servers take
  // longest, so they begin first and the short ones fill the gaps. Those in a browser come after, two at a time: what a
  // person sees within a second is not to be judged on a machine that does three other things.
  const [whole, parts] = [files.filter(isOfWhole), files.filter((file) => !isOfWhole(file) && !isOfPage(file))];
  passed = await runFiles([...whole, ...parts], 3);
  const pages = files.filter(isOfPage);
  if (chromium && pages.length > 0) await run(process.execPath, ['web/build.ts'], { cwd: root });
  passed = (await runFiles(pages, 2)) && passed;
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

/** Runs the files by Node's runner in this order, so many at once; its summary is the last that it prints. Says whether all passed. */
async function runFiles(some: readonly string[], concurrency: number): Promise<boolean> {
  if (some.length === 0) return true;
  const events = runTests({ files: [...some], cwd: root, concurrency, timeout: 300_000 });
  let success = false;
  // One comes for each file too, and that of the whole run has none.
  events.on('test:summary', (summary) => {
    if (summary.file === undefined) success = summary.success;
  });
  for await (const text of events.compose(new spec())) process.stdout.write(String(text));
  return success;
}
