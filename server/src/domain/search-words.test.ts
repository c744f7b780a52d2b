import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSearchWords } from './search-words.ts';

const lastOf = (text: string) => readSearchWords(text).last;

test('the last word may still be being typed, the others are whole', () => {
  assert.deepEqual(readSearchWords('  renew the Certif '), {
    all: 'renew the Certif',
    before: 'renew the ',
    last: 'certif',
  });
  assert.deepEqual(readSearchWords('certif').before, '');
});

test('names are taken apart where letters are joined by marks', () => {
  assert.deepEqual(readSearchWords('price-list.cs'), { all: 'price-list.cs', before: 'price list ', last: 'cs' });
  assert.deepEqual(readSearchWords('ana@example.com').before, 'ana example ');
});

test('a word is not completed within quotes, after a minus, after an `or` or when it is very long', () => {
  for (const text of ['"renew the cert', 'cert -renew', 'cert or renew', 'a'.repeat(41), 'cert"', '!', ''])
    assert.equal(lastOf(text), null, text);
  assert.equal(lastOf('"renew the" cert'), 'cert');
  assert.equal(lastOf('-cert renew'), 'renew');
});

test('of whatever is typed the last word is a word, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { all, before, last } = readSearchWords(text);
      assert.equal(all, text.trim());
      if (last !== null) assert.match(last, /^[\p{L}\p{N}\p{M}]+$/u);
      const letters = (one: string) => one.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
      assert.equal(letters(before + (last ?? '')), letters(all));
    }),
  );
});
