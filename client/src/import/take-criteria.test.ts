import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readCriteria } from './read-criteria.ts';
import { takeCriteria } from './take-criteria.ts';

test('a checked entry is met, an unchecked one is not, and a plain one says neither', () => {
  assert.deepEqual(readCriteria('- [x] One\n* [X] Two\n+ [ ] Three\n- Four\n2. Five\n').criteria, [
    { text: 'One', met: true },
    { text: 'Two', met: true },
    { text: 'Three', met: false },
    { text: 'Four' },
    { text: 'Five' },
  ]);
});

test('what is indented under an entry, or goes on in its paragraph, belongs to it', () => {
  const text = '- First\n  - detail\n\n  more\ngoes on\n- Second\nlazy line\n\nAfterword';
  assert.deepEqual(readCriteria(text), {
    criteria: [{ text: 'First\n- detail\n\nmore\ngoes on' }, { text: 'Second\nlazy line' }],
    rest: 'Afterword',
  });
});

test('a number that only says the place goes, another stays', () => {
  const { criteria } = readCriteria('- [x] #1 Alpha\n- [ ] #3 Gamma\n- #3 Third');
  assert.deepEqual(
    criteria.map(({ text }) => text),
    ['Alpha', '#3 Gamma', 'Third'],
  );
});

test('the section headed Acceptance Criteria leaves the text, and the text around it stays', () => {
  const text = '## Problem\nIt breaks.\n\n## Acceptance Criteria\n\n- [ ] Works\n- Fast\n\n## References\n- a link';
  assert.deepEqual(takeCriteria(text), {
    criteria: [{ text: 'Works', met: false }, { text: 'Fast' }],
    text: '## Problem\nIt breaks.\n\n## References\n- a link',
  });
});

test('a bold line or a line with a colon heads the section as well, up to the end of its list', () => {
  for (const heading of [
    'Acceptance Criteria:',
    '**Acceptance criteria**',
    '__Acceptance Criteria:__',
    '### Acceptance criteria:',
  ])
    assert.deepEqual(
      takeCriteria(`Why\n\n${heading}\n- Works\n`),
      { criteria: [{ text: 'Works' }], text: 'Why' },
      heading,
    );
  assert.deepEqual(takeCriteria('Acceptance criteria:\n- Works\n\nNote: later.\n- not one'), {
    criteria: [{ text: 'Works' }],
    text: 'Note: later.\n- not one',
  });
});

test('prose in the section stays under its heading, and a section without a list stays whole', () => {
  assert.deepEqual(takeCriteria('## Acceptance Criteria\nAll of:\n\n- Works\n## Next\nx'), {
    criteria: [{ text: 'Works' }],
    text: '## Acceptance Criteria\n\nAll of:\n\n## Next\nx',
  });
  const prose = '## Acceptance Criteria\nIt works.';
  assert.deepEqual(takeCriteria(prose), { criteria: [], text: prose });
});

test('a heading in a code block, a table or a sentence is none', () => {
  for (const text of [
    '```\n## Acceptance Criteria\n- no\n```',
    '~~~md\nAcceptance Criteria:\n- no\n~~~',
    '| Bug | Acceptance Criteria |\n- no',
    'Missing "## Acceptance Criteria"\n- no',
    'Acceptance Criteria\n- no colon, not bold',
  ])
    assert.deepEqual(takeCriteria(text), { criteria: [], text });
});

const words = (text: string) =>
  text.match(/[a-z]+/gi)?.filter((word) => !/^(?:acceptance|criteria|x)$/i.test(word)) ?? [];

test('no word of a text is lost, whatever it looks like', () => {
  const piece = fc.constantFrom(
    '## Acceptance Criteria',
    'Acceptance criteria:',
    '## Other',
    '- [x] one',
    '  - two',
    '1. three',
    '```',
    '',
    'four',
    '\tfive',
    '#1 six',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
      const taken = takeCriteria(lines.join('\n'));
      const found = [...taken.criteria.map(({ text }) => text), taken.text].flatMap(words);
      assert.deepEqual(found.toSorted(), words(lines.join('\n')).toSorted());
    }),
    { numRuns: 1_000 },
  );
});
