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
let code = 1;
try {
  // Three at once: most tests wait for a database, a process or a page half of their time.
  const flags = [
    '--test',
    '--test-concurrency=3',
    '--test-timeout=300000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
  ];
  code = await run(process.execPath, [...flags, ...files], { cwd: root, env });
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(code);
