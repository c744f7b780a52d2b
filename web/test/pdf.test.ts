import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { eventually } from './eventually.ts';
import { makePdf } from './make-pdf.ts';
import { openStage, skip, type Stage } from './stage.ts';

const marker = 'data-somebody-elses-page';
const html = `<!doctype html><html ${marker}><script>document.title = 'run'</script><h1>Not a PDF</h1></html>`;
const files = {
  'report.pdf': { mediaType: 'application/pdf', content: makePdf('The report') },
  'page-sent-as.pdf': { mediaType: 'application/pdf', content: Buffer.from(html) },
  'page-named.pdf': { mediaType: 'text/html', content: Buffer.from(`${html}\n`) },
  'both.pdf': { mediaType: 'application/pdf', content: Buffer.from(`%PDF-1.4\n${html}`) },
};
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];

let stage: Stage;
let key: string;
const sha256 = new Map<string, string>();
const contentOf = (name: Name) => `/v1/artifacts/${sha256.get(name)}/content`;

before(async () => {
  if (skip) return;
  stage = await openStage();
  const { owner, hire } = stage;
  const { client } = await hire('report-bot');
  const made = await owner.item.create({
    title: 'Write the report',
    outcome: 'It is written.',
    priority: 'high',
    criteria: names.map((text) => ({ text, check: 'Somebody reads it' })),
  });
  key = made.key;
  await owner.item.commit({ id: key });
  const claim = await client.work.claim({ item: key });
  assert(claim);
  for (const [name, { mediaType, content }] of Object.entries(files)) {
    const kept = await client.artifact.create({ name, mediaType, base64: content.toString('base64') });
    sha256.set(name, kept.sha256);
  }
  const evidence = made.criteria.map(({ id: criterion, text }) => ({
    criterion,
    name: text,
    artifact: sha256.get(text) ?? '',
  }));
  const { id, fence } = claim.run;
  await client.run.deliver({ id, fence, summary: 'Written.', evidence });
});

async function openEvidence(how: { phone?: boolean } = {}): Promise<Page> {
  const page = await stage.open(`/items/${key}`, how);
  await page.getByRole('tab', { name: words.item.tabs.evidence }).click();
  await page.getByText('report.pdf', { exact: true }).first().waitFor();
  return page;
}

const frameOf = (page: Page, name: Name) => page.getByTitle(words.item.pdf(name));

for (const phone of [false, true])
  test(
    `a PDF among the evidence is read in place, on a ${phone ? 'phone' : 'desk'}, a download beside it`,
    { skip },
    async () => {
      const page = await openEvidence({ phone });
      const figure = page.getByRole('figure').filter({ hasText: 'report.pdf' });
      await figure.getByRole('link', { name: words.item.download }).waitFor();
      await figure.scrollIntoViewIfNeeded();
      await frameOf(page, 'report.pdf').waitFor();
      await shownBy(page);
      assert.deepEqual(stage.complaints(), []);
    },
  );

/** The browser's own reader has taken the frame over, and found the one page of the PDF. */
const shownBy = (page: Page) =>
  eventually(async () => {
    const readers = page.frames().filter((one) => one.url().startsWith('chrome-extension:'));
    const counted = await Promise.all(readers.map((reader) => reader.evaluate(countPages).catch(() => 0)));
    return counted.includes(1);
  }, true);

/** Runs in the reader. */
function countPages(): unknown {
  const toolbar = document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar');
  return toolbar && 'docLength' in toolbar ? toolbar.docLength : 0;
}

test('what only says that it is a PDF is not framed, but a file to keep', { skip }, async () => {
  const page = await openEvidence();
  for (const name of ['page-sent-as.pdf', 'page-named.pdf'] as const) {
    await page.getByRole('figure').filter({ hasText: name }).getByRole('link', { name: words.item.download }).waitFor();
    assert.equal(await frameOf(page, name).count(), 0, name);
  }
});

test('a page of somebody else never runs here, whatever it is sent as and whoever opens it', { skip }, async () => {
  const page = await openEvidence();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.goto(contentOf('page-sent-as.pdf')).catch(() => null),
  ]);
  assert.equal(download.suggestedFilename(), 'page-sent-as.pdf');
  await frameOf(page, 'both.pdf').scrollIntoViewIfNeeded();
  await page.goto(contentOf('both.pdf'));
  await page.waitForTimeout(500);
  assert.notEqual(await page.title(), 'run');
  assert.equal(await page.locator(`[${marker}]`).count(), 0);
});

test('a PDF is given to be shown by this page alone, all else to be kept in a sandbox', { skip }, async () => {
  const page = await stage.open('/inbox');
  const headersOf = async (name: Name) => (await page.request.get(contentOf(name))).headers();
  const shown = await headersOf('report.pdf');
  assert.equal(shown['content-type'], 'application/pdf');
  assert.match(shown['content-disposition'] ?? '', /^inline; filename\*=UTF-8''report\.pdf$/);
  assert.match(shown['content-security-policy'] ?? '', /default-src 'none'.*frame-ancestors 'self'/);
  assert.equal(shown['x-content-type-options'], 'nosniff');
  for (const name of ['page-sent-as.pdf', 'page-named.pdf'] as const) {
    const kept = await headersOf(name);
    assert.match(kept['content-disposition'] ?? '', /^attachment;/, name);
    assert.match(kept['content-security-policy'] ?? '', /^sandbox; default-src 'none'; frame-ancestors 'none'$/, name);
    assert.equal(kept['x-content-type-options'], 'nosniff');
  }
});
