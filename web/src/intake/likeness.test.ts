import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likeness, questionFor } from './likeness.ts';

test('a likely duplicate is asked for by the words that say something, in any script', () => {
  assert.equal(questionFor('The disk on db-7 is nearly full'), 'disk or 7 or nearly or full');
  assert.equal(questionFor('Größe über 10 GB: Größe!'), 'größe or über or 10');
  assert.equal(questionFor('A b c'), '');
});

test('two titles are alike by the share of their words that they have in common', () => {
  assert.equal(likeness('Renew the certificate', 'renew: Certificate'), 1);
  assert.equal(likeness('Renew certificate', 'Renew passport'), 1 / 3);
  assert.equal(likeness('Page 3', 'Page 8'), 1 / 3);
  assert.equal(likeness('Renew', ''), 0);
  assert.equal(likeness('', ''), 0);
});
