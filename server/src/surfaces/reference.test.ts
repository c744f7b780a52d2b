import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../domain/limits.ts';
import { refusals } from '../domain/refusals.ts';
import { operations } from '../operations/registry.ts';
import { areaOf } from './areas.ts';
import { describeType, fieldRows } from './describe-schema.ts';
import { referencePages } from './reference.ts';

const pages = referencePages(operations);

test('every operation with a door has its place on the page of its area', () => {
  for (const { name, http, summary, internal } of operations) {
    const page = pages.get(`${areaOf(name)}.md`) ?? '';
    const place = page.includes(`## ${name}\n`) && page.includes(`\`${http}\``) && page.includes(summary);
    assert.equal(place, !internal, name);
  }
});

test('every refusal and every limit is told', () => {
  for (const code of Object.keys(refusals)) assert.ok(pages.get('refusals.md')?.includes(`## ${code}\n`), code);
  for (const name of Object.keys(limits)) assert.ok(pages.get('limits.md')?.includes(`\`${name}\``), name);
});

test('every link leads to a page that is there', () => {
  for (const [name, text] of pages) {
    for (const [, target = ''] of text.matchAll(/\]\(([\w.]+)(?:#\w+)?\)/g))
      assert.ok(pages.has(target), `${name} links to ${target}`);
  }
});

test('fields within fields are told by their whole path', () => {
  const schema = {
    type: 'object',
    required: ['criteria'],
    properties: {
      criteria: {
        type: 'array',
        maxItems: 3,
        items: { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 9 } } },
      },
      due: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }], default: null },
    },
  };
  assert.deepEqual(fieldRows(schema), [
    { field: 'criteria', type: 'list of object, at most 3', required: true, description: '' },
    { field: 'criteria[].text', type: 'text, at most 9', required: true, description: '' },
    { field: 'due', type: 'time or null', required: false, description: 'Default: `null`.' },
  ]);
  assert.equal(describeType({ enum: ['a', 'b'] }), 'one of a, b');
});
