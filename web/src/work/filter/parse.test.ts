import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compares, everything, type Filter, keys } from './filter.ts';
import { isTrouble, parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import { hasOrder, valuesOf } from './values.ts';

const text = fc.string({ minLength: 1, maxLength: 12 }).map((text): Filter => ({ is: 'text', text }));
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '');

const term: fc.Arbitrary<Filter> = fc.constantFrom(...keys).chain((key) => {
  const values = [...(valuesOf(key) ?? []), ...(key === 'age' || key === 'due' ? ['7d', '24h'] : [])];
  const value = values.length > 0 ? fc.constantFrom(...values) : name;
  const compare = hasOrder(key) ? fc.constantFrom(...compares) : fc.constant('=' as const);
  return fc.record(
    { is: fc.constant('term' as const), key: fc.constant(key), compare, value },
    { noNullPrototype: true },
  );
});

const leaf = fc.oneof(text, term);
const not = (of: fc.Arbitrary<Filter>) => of.map((part): Filter => ({ is: 'not', part }));
const group = (is: 'and' | 'or', of: fc.Arbitrary<Filter>) =>
  fc
    .array(of, { minLength: 2, maxLength: 4 })
    .map((parts): Filter => ({ is, parts: parts.flatMap((part) => (part.is === is ? part.parts : [part])) }));
const filter = [1, 2, 3].reduce<fc.Arbitrary<Filter>>(
  (below) => fc.oneof(below, not(below), group('and', below), group('or', below)),
  leaf,
);

test('a filter that is written out and read again is the same filter', () => {
  fc.assert(
    fc.property(filter, (one) => assert.deepEqual(parseFilter(printFilter(one)), one)),
    { numRuns: 3_000 },
  );
});

test('whatever is typed is read, or what is wrong is found within what was typed', () => {
  const piece = fc.oneof(
    fc.constantFrom('(', ')', '-', '"', ' ', ' or ', 'owner:', 'risk:>=', 'high', 'is:', 'foo:bar', '\\', 'me'),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const typed = pieces.join('');
      const read = parseFilter(typed);
      if (isTrouble(read))
        assert(read.at >= 0 && read.at <= read.end && read.end <= typed.length, JSON.stringify(read));
      else assert.deepEqual(parseFilter(printFilter(read)), read);
    }),
    { numRuns: 5_000 },
  );
});

test('nothing typed lets everything through', () => {
  assert.deepEqual(parseFilter('  '), everything);
});

test('side by side means both, `or` binds weaker, and parentheses bind tighter', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text): Filter => ({ is: 'text', text }));
  assert(a && b && c);
  assert.deepEqual(parseFilter('a b or c'), { is: 'or', parts: [{ is: 'and', parts: [a, b] }, c] });
  assert.deepEqual(parseFilter('a (b OR c)'), { is: 'and', parts: [a, { is: 'or', parts: [b, c] }] });
  assert.deepEqual(parseFilter('-(a b)'), { is: 'not', part: { is: 'and', parts: [a, b] } });
});

test('hyphens within words, addresses and quoted words are text', () => {
  assert.deepEqual(parseFilter('cert-bot'), { is: 'text', text: 'cert-bot' });
  assert.deepEqual(parseFilter('https://example.com/a'), { is: 'text', text: 'https://example.com/a' });
  assert.deepEqual(parseFilter('"or"'), { is: 'text', text: 'or' });
  assert.deepEqual(parseFilter('owner:"Ana Keller"'), { is: 'term', key: 'owner', compare: '=', value: 'Ana Keller' });
});

test('what is wrong is said with its place', () => {
  const troubles: Record<string, unknown> = {
    'a "b': { at: 2, end: 4, why: { is: 'open quote' } },
    'a (b': { at: 2, end: 3, why: { is: 'open parenthesis' } },
    'a ) b': { at: 2, end: 3, why: { is: 'stray parenthesis' } },
    'a ()': { at: 2, end: 4, why: { is: 'nothing inside' } },
    'a or': { at: 2, end: 4, why: { is: 'dangling or' } },
    'or a': { at: 0, end: 2, why: { is: 'dangling or' } },
    'a - b': { at: 2, end: 3, why: { is: 'dangling minus' } },
    'x own:me': { at: 2, end: 8, why: { is: 'unknown key', key: 'own', near: 'owner' } },
    'owner:': { at: 0, end: 6, why: { is: 'no value', key: 'owner' } },
    'team:>a': { at: 0, end: 7, why: { is: 'no order', key: 'team' } },
    'risk:huge': { at: 0, end: 9, why: { is: 'unknown value', key: 'risk', value: 'huge' } },
    'due:<soon': { at: 0, end: 9, why: { is: 'unknown value', key: 'due', value: 'soon' } },
  };
  for (const [typed, trouble] of Object.entries(troubles)) assert.deepEqual(parseFilter(typed), trouble, typed);
});
