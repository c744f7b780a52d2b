import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleFacts, exampleItem } from '../testing/example-item.ts';
import { completionsOf } from './complete.ts';
import { isTrouble, parseFilter } from './parse.ts';

const items = new Map([
  ['1', exampleItem({ id: '1', labels: ['tls', 'web'] })],
  ['2', exampleItem({ id: '2', labels: ['web'], parent: '1' })],
]);
const facts = exampleFacts({ items });
const offered = (typed: string) => completionsOf(typed, typed.length, facts).map(({ insert }) => insert);

test('the beginning of a key offers the keys that begin so', () => {
  assert.deepEqual(offered('ow'), ['owner:']);
  assert.deepEqual(offered('owner:me -pri'), ['priority:']);
});

test('after a key its words come first, then the names that are there', () => {
  assert.deepEqual(offered('owner:'), ['me', '"Ana Keller"', '"Ben Ito"']);
  assert.deepEqual(offered('owner:ke'), ['"Ana Keller"']);
  assert.deepEqual(offered('risk:>=h'), ['>=high']);
  assert.deepEqual(offered('label:w'), ['web']);
  assert.deepEqual(offered('parent:OPS'), ['OPS-1']);
});

test('within quotes nothing is offered, and after a value that is whole neither', () => {
  assert.deepEqual(offered('"own'), []);
  assert.deepEqual(offered('is:blocked'), []);
});

test('what is chosen takes the place of what was typed, and leaves a filter that can be read', () => {
  const typed = fc.constantFrom(
    'owner:',
    'owner:k',
    '-risk:>',
    'a (team:',
    'due:<',
    'label:t',
    'is:w',
    'x or serves:v',
  );
  fc.assert(
    fc.property(typed, (source) => {
      for (const { at, end, insert } of completionsOf(source, source.length, facts)) {
        const now = `${source.slice(0, at)}${insert}${source.slice(end)}${source.includes('(') ? ')' : ''}`;
        assert(!isTrouble(parseFilter(now)), now);
      }
    }),
  );
});
