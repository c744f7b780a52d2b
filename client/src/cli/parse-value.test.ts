import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from './field.ts';
import { parseValue, place } from './parse-value.ts';

const field = (traits: Partial<Field>): Field => ({ name: 'x', type: 'string', ...traits });

test('a value is read as its field wants it', () => {
  const priority = field({ type: 'scalar', enum: ['critical', 'high'], nullable: true });
  const criteria = field({ type: 'json', array: true, shorthand: 'text', parts: ['id', 'text', 'check', 'required'] });
  const verdicts = field({ type: 'json', array: true, parts: ['criterion', 'verdict', 'reason'] });
  const read: [Field, string, unknown][] = [
    [field({}), 'true', 'true'],
    [field({ nullable: true }), 'null', null],
    [field({ type: 'integer' }), '600', 600],
    [field({ type: 'number' }), '0.5', 0.5],
    [priority, '1', 1],
    [priority, 'high', 'high'],
    [priority, 'null', null],
    [criteria, 'It works, always', { text: 'It works, always' }],
    [criteria, '{"text":"It works","required":false}', { text: 'It works', required: false }],
    [
      criteria,
      'text=It works,check=Look, then ask,required=false',
      { text: 'It works', check: 'Look, then ask', required: false },
    ],
    [
      verdicts,
      'criterion=c1,verdict=fail,reason=The link, too, is dead',
      { criterion: 'c1', verdict: 'fail', reason: 'The link, too, is dead' },
    ],
  ];
  for (const [of, text, value] of read) assert.deepEqual(parseValue(of, text), value, text);
});

test('a value that does not fit is refused with what would', () => {
  assert.throws(() => parseValue(field({ type: 'integer' }), '1.5'), /no whole number/);
  assert.throws(() => parseValue(field({ type: 'integer' }), ''), /no whole number/);
  assert.throws(() => parseValue(field({ enum: ['low', 'high'] }), 'lw'), /Allowed: low, high/);
  assert.throws(() => parseValue(field({ type: 'json' }), '{"a":'), /no valid JSON/);
});

test('a dotted name leads into an object, beside what is there', () => {
  const body: Record<string, unknown> = { scope: { included: ['a'] } };
  place(body, 'scope.excluded', ['b']);
  place(body, 'title', 'One');
  assert.deepEqual(body, { scope: { included: ['a'], excluded: ['b'] }, title: 'One' });
});
