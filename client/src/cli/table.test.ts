import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeTerminal } from '../../test/fake-terminal.ts';
import { type Column, printTable } from './table.ts';
import { textWidth } from './text-width.ts';

type Row = { key: string; title: string; age: string };
const columns: Column<Row>[] = [
  { title: 'Key', value: ({ key }) => key },
  { title: 'Title', value: ({ title }) => title, flex: true },
  { title: 'Age', value: ({ age }) => age, align: 'right', droppable: 1 },
];
const rows: Row[] = [
  { key: 'OPS-1', title: 'Renew the certificate of the customers’ portal', age: '3 d' },
  { key: 'OPS-12', title: '証明書を更新する 🚀', age: '12 min' },
];

function printed(width: number): string[] {
  const { terminal, written } = fakeTerminal({ width });
  printTable(terminal, columns, rows);
  return written.out.trimEnd().split('\n');
}

test('a table has aligned columns, numbers at the right', () => {
  assert.deepEqual(printed(Infinity), [
    'Key     Title                                              Age',
    'OPS-1   Renew the certificate of the customers’ portal     3 d',
    'OPS-12  証明書を更新する 🚀                             12 min',
  ]);
});

test('a table never takes more columns than the terminal has: the title is shortened, then what matters least is left out', () => {
  for (const width of [60, 45, 34, 26])
    for (const line of printed(width)) assert(textWidth(line) <= width, `${width}: ${line}`);
  assert.match(printed(58)[1] ?? '', /^OPS-1 {3}Renew .*… +3 d$/);
  assert.match(printed(45)[1] ?? '', /^OPS-1 {3}Renew .*…$/);
  assert.equal(printed(26)[0], 'Key     Title');
});

test('a column that nobody fills is left out', () => {
  const { terminal, written } = fakeTerminal();
  printTable(terminal, columns, [{ key: 'OPS-1', title: 'One', age: '' }]);
  assert.equal(written.out, 'Key    Title\nOPS-1  One\n');
});
