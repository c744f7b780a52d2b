import assert from 'node:assert/strict';
import { test } from 'node:test';
import { same } from './same.ts';

test('a field says the same whatever the order of its parts, and whether nothing is null or left out', () => {
  assert(same({ tokens: 5, cost: 1 }, { cost: 1, tokens: 5 }));
  assert(same({ text: 'a', check: null }, { text: 'a' }));
  assert(same(['a', { b: [1] }], ['a', { b: [1] }]));
  assert(same(null, undefined));
});

test('a field says something else when a word, a number or the order of a list is another', () => {
  assert(!same('a', 'b'));
  assert(!same(['a', 'b'], ['b', 'a']));
  assert(!same(['a'], ['a', 'b']));
  assert(!same({ tokens: 5 }, { tokens: 5, minutes: 1 }));
  assert(!same(null, {}));
  assert(!same([], {}));
});
