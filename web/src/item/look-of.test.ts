import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookOf } from './look-of.ts';

const kept = (mediaType: string, text: string | null, isPdf = false) => ({ mediaType, text, isPdf });

test('evidence is shown by what it is said to be', () => {
  assert.equal(lookOf(kept('image/png', null), 'screen.png'), 'picture');
  assert.equal(lookOf(kept('image/svg+xml', '<svg/>'), 'chart.svg'), 'picture');
  assert.equal(lookOf(kept('text/uri-list', 'https://example.com/run/7\n'), 'run'), 'link');
  assert.equal(lookOf(kept('text/markdown', '# Report'), 'report'), 'markdown');
  assert.equal(lookOf(kept('text/x-diff', '+a'), 'change'), 'diff');
  assert.equal(lookOf(kept('application/json', '{}'), 'result.json'), 'text');
  assert.equal(lookOf(kept('application/pdf', null, true), 'report'), 'pdf');
});

test('plain text is looked at more closely: by its name, and by how it begins', () => {
  assert.equal(lookOf(kept('text/plain', '+a'), 'change.patch'), 'diff');
  assert.equal(lookOf(kept('text/plain', 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b'), 'out'), 'diff');
  assert.equal(lookOf(kept('text/plain', '12 passed\n- none failed'), 'check.log'), 'text');
  assert.equal(lookOf(kept('text/plain', '# Report'), 'report.md'), 'markdown');
});

test('what cannot be shown safely is a file to keep', () => {
  assert.equal(lookOf(kept('application/pdf', null), 'report.pdf'), 'file');
  assert.equal(lookOf(kept('application/zip', null), 'all.zip'), 'file');
  assert.equal(lookOf(kept('text/html', '<script>alert(1)</script>'), 'page.html'), 'text');
  assert.equal(lookOf(kept('text/uri-list', 'javascript:alert(1)'), 'link'), 'text');
});
