import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listColumns } from './list-columns.ts';
import { noNames } from './names.ts';

const how = { names: noNames, now: Date.parse('2026-01-05T09:00:00Z') };

test('what a search found shows its kind, its key, what it is called and the words around the match', () => {
  const item = { id: 'i', key: 'OPS-12', title: 'Renew the certificate' };
  const at = '2026-01-04T09:00:00.000Z';
  const snippet = { text: 'The supplier answers until noon.', marks: [[4, 12]] };
  const rows = [
    { kind: 'comment', id: 'c', key: 'OPS-12', title: item.title, item, by: null, at, snippet },
    {
      kind: 'participant',
      id: 'p',
      key: null,
      title: 'Ana',
      item: null,
      by: null,
      at,
      snippet: { text: 'Ana', marks: [] },
    },
  ];
  const columns = listColumns(rows, how);
  assert.deepEqual(
    columns.map(({ title }) => title),
    ['Key', 'Age', 'Kind', 'Title', 'Text'],
  );
  assert.deepEqual(
    rows.map((row) => columns.map((column) => column.value(row))),
    [
      ['OPS-12', '1 d', 'comment', 'Renew the certificate', 'The supplier answers until noon.'],
      ['', '1 d', 'participant', 'Ana', 'Ana'],
    ],
  );
});

test('what a request asks stands in its body', () => {
  const rows = [{ kind: 'question', id: 'q', body: { text: 'Which key type?' } }];
  const text = listColumns(rows, how).find(({ title }) => title === 'Text');
  assert.equal(rows.map((row) => text?.value(row)).join(), 'Which key type?');
});
