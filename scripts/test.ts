import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const env = {
  ...process.env,
  COACT_TEST_DATABASE: JSON.stringify(database.connection),
  ...(chromium && { CHROMIUM: chromium }),
  ...(values.fuzz && { COACT_FUZZ_RUNS: values.fuzz }),
};
const isOfPage = (file: string) => file.startsWith('web/test/');
let code = 1;
try {
  // Three at once: most tests wait for a database, a process or a page half of their time. Those in a browser come after,
  // one at a time: what a person sees within a second is not to be judged on a machine that does three other things.
  code = await runFiles(
    files.filter((file) => !isOfPage(file)),
    3,
  );
  const pages = files.filter(isOfPage);
  if (chromium && pages.length > 0) await run(process.execPath, ['web/build.ts'], { cwd: root });
  code = (await runFiles(pages, 1)) || code;
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(code);

/** Hands the files to Node's runner, so many at once; its summary is the last that it prints. Gives its exit code. */
async function runFiles(some: readonly string[], atOnce: number): Promise<number> {
  if (some.length === 0) return 0;
  const flags = ['--test', `--test-concurrency=${atOnce}`, '--test-timeout=300000'];
  const report = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  return run(process.execPath, [...flags, ...report, ...some], { cwd: root, env });
}
