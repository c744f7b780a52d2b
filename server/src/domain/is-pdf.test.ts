import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPdf } from './is-pdf.ts';

const file = (mediaType: string, text: string) => ({ mediaType, content: Buffer.from(text, 'latin1') });

test('a PDF is one by its type and by how it begins, not by either alone', () => {
  assert.equal(isPdf(file('application/pdf', '%PDF-1.7\n')), true);
  assert.equal(isPdf(file('application/PDF; version=2', '%PDF-2.0\n')), true);
  assert.equal(isPdf(file('text/html', '%PDF-1.7\n')), false);
  assert.equal(isPdf(file('application/pdfx', '%PDF-1.7\n')), false);
  assert.equal(isPdf(file('application/pdf', '<!doctype html>')), false);
});

test('nothing before the beginning is overlooked, be it one byte or the mark of an encoding', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 8 }), (before) => {
      fc.pre(!before.startsWith('%PDF-'));
      assert.equal(isPdf(file('application/pdf', `${before}%PDF-1.7`)), false);
    }),
  );
});
