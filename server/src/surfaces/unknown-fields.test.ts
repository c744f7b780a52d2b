import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { convertQuery } from './convert-query.ts';
import { unknownFields } from './unknown-fields.ts';

const names = (schema: z.ZodType, value: unknown) => unknownFields(schema, value).map(({ field }) => field);

test('fields are looked for in lists, alternatives and records, and where anything may stand nothing is strange', () => {
  const to = z.union([z.object({ participant: z.string() }), z.object({ team: z.string() })]);
  assert.deepEqual(
    names(z.object({ list: z.array(z.object({ a: z.string() })).optional() }), { list: [{ a: '1' }, { b: '2' }] }),
    ['list.1.b'],
  );
  assert.deepEqual(names(z.object({ to }), { to: { team: 'x' } }), []);
  assert.deepEqual(names(z.object({ to }), { to: { team: 'x', colour: 'red' } }), ['to.colour']);
  assert.deepEqual(names(z.record(z.string(), z.object({ a: z.string() })), { x: { a: '', z: '' } }), ['x.z']);
  assert.deepEqual(
    names(z.object({ body: z.record(z.string(), z.unknown()), any: z.unknown() }), {
      body: { x: { y: 1 } },
      any: { z: 1 },
    }),
    [],
  );
  assert.deepEqual(names(z.looseObject({ a: z.string() }), { b: 1 }), []);
  assert.deepEqual(
    names(z.object({ a: z.union([z.string(), z.object({ b: z.string() })]) }), { a: { c: 1 } }),
    ['a.c'],
    'a text knows no fields',
  );
});

test('names that every object inherits are not fields', () => {
  assert.deepEqual(names(z.object({ a: z.string() }), JSON.parse('{"constructor": 1, "__proto__": 2}')), [
    'constructor',
    '__proto__',
  ]);
});

test('texts of a query become what is expected, and stay texts where they are not', () => {
  const priority = z.union([z.int(), z.enum(['high', 'low'])]);
  assert.deepEqual(convertQuery(z.int().default(3), ['7']), 7);
  assert.deepEqual(convertQuery(z.int(), ['0x7']), '0x7');
  assert.deepEqual(convertQuery(z.boolean().optional(), ['false']), false);
  assert.deepEqual(convertQuery(z.string(), ['7']), '7');
  assert.deepEqual(convertQuery(priority, ['2']), 2);
  assert.deepEqual(convertQuery(priority, ['high']), 'high');
  assert.deepEqual(convertQuery(z.array(z.int()).optional(), ['1,2', '3']), [1, 2, 3]);
  assert.deepEqual(convertQuery(z.string(), ['a', 'b']), ['a', 'b']);
});
