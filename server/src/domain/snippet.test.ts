import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { START, STOP, snippetOf } from './snippet.ts';

const mark = (text: string) => text.replaceAll('[', START).replaceAll(']', STOP);
const marked = ({ text, marks }: ReturnType<typeof snippetOf>) => marks.map(([start, end]) => text.slice(start, end));

test('a short text is shown whole, in one line, with the places that matched', () => {
  assert.deepEqual(snippetOf(mark('The new\n\n[certificate] is  [served]')), {
    text: 'The new certificate is served',
    marks: [
      [8, 19],
      [23, 29],
    ],
  });
  assert.deepEqual(snippetOf(''), { text: '', marks: [] });
});

test('of a long text the stretch with most matches is shown, cut between words', () => {
  const filler = 'nothing to see here '.repeat(40);
  const snippet = snippetOf(mark(`[one] ${filler} the [two] of [three] ${filler}`));
  assert.deepEqual(marked(snippet), ['two', 'three']);
  assert.match(snippet.text, /^…(nothing|to|see|here) .* (nothing|to|see|here)…$/);
  assert(snippet.text.length <= 182);
});

test('a text without matches is shown from its beginning', () => {
  const snippet = snippetOf('word '.repeat(100));
  assert.match(snippet.text, /^word .*word…$/);
  assert.deepEqual(snippet.marks, []);
});

test('marks lie within the text, in order and apart, and show what matched, whatever the text is', () => {
  const piece = fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => !['[', ']', START, STOP].some((one) => text.includes(one))),
    fc.constantFrom('[found]', ' ', '\n', ' [🚀] ', 'x'.repeat(300)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 60, max: 200 }), (pieces, length) => {
      const { text, marks } = snippetOf(mark(pieces.join('')), length);
      assert(text.length <= length + 3);
      for (const never of [START, STOP, '\n']) assert(!text.includes(never));
      let before = 0;
      for (const [start, end] of marks) {
        assert(start >= before && end > start && end <= text.length);
        assert(['found', '🚀'].includes(text.slice(start, end)));
        before = end;
      }
      assert(text.isWellFormed());
    }),
  );
});
