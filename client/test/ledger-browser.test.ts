import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { delimiter, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { chromium } from 'playwright-core';
import type { verifyExport } from '../src/ledger/index.ts';
import { sealLedger } from './sealed-ledger.ts';

const browserNames = ['chromium', 'chromium-browser', 'google-chrome'];
const executablePath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => browserNames.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

const ledger = sealLedger({ seals: [0, 300, 700] });
const exported = (await ledger.lines()).map((line) => `${line}\n`).join('');
const sources = new URL('../src/ledger/', import.meta.url);

/** A page, the export, and the verifier's modules as a browser can load them. */
const site = createServer(({ url = '/' }, response) => {
  if (url === '/') return response.setHeader('content-type', 'text/html').end('<title>Ledger</title>');
  if (url === '/export') return response.end(exported);
  if (!url.endsWith('.ts')) return response.writeHead(404).end();
  const source = readFileSync(new URL(url.slice(1), sources), 'utf8');
  return response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(source));
});

suite('in a browser', { skip: executablePath ? false : `none of ${browserNames.join(', ')} is installed` }, () => {
  before(() => new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve)));
  after(() => site.close());

  test('an export is verified with nothing but what the browser has', async () => {
    const browser = await chromium.launch({ executablePath: executablePath ?? '' });
    try {
      const page = await browser.newPage();
      const address = site.address();
      assert(address && typeof address === 'object');
      await page.goto(`http://127.0.0.1:${address.port}/`);
      const report: Awaited<ReturnType<typeof verifyExport>> = await page.evaluate(
        `import('/index.ts').then(async ({ readLines, verifyExport }) =>
          verifyExport(readLines((await fetch('/export')).body), { trustedKey: ${JSON.stringify(ledger.key)} }))`,
      );
      assert.deepEqual(report.problems, []);
      assert.deepEqual([report.ok, report.entries, report.checkpoints], [true, 700, 3]);
    } finally {
      await browser.close();
    }
  });
});
