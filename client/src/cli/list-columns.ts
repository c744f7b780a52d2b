import type { Event } from '../index.ts';
import { isRecord } from '../is-record.ts';
import { cell } from './cell.ts';
import { eventInWords } from './event-words.ts';
import type { Names } from './names.ts';
import type { Column } from './table.ts';
import { humanise } from './humanise.ts';
import { oneLine, type Style } from './terminal.ts';

export type Row = Record<string, unknown>;

type Known = {
  title?: string;
  align?: 'right';
  flex?: true;
  droppable?: number;
  style?: (row: Row) => Style | undefined;
};

const late = (row: Row): Style | undefined => (row['overdue'] === true ? 'red' : undefined);

/** The columns that a list may show, in their order. What a row lacks is no column. */
const known: Record<string, Known> = {
  key: { style: () => 'cyan' },
  position: { align: 'right', title: '#' },
  at: { align: 'right', title: 'Age' },
  kind: {},
  state: {},
  status: {},
  role: { droppable: 5 },
  priority: { droppable: 4 },
  risk: { droppable: 7 },
  type: { droppable: 6 },
  name: { flex: true },
  title: { flex: true },
  text: { flex: true },
  question: { flex: true },
  activity: { flex: true },
  browser: { flex: true },
  current: {},
  ending: {},
  author: {},
  actor: {},
  itemKey: { title: 'Item', style: () => 'cyan' },
  item: {},
  why: { flex: true, droppable: 5 },
  email: { droppable: 6 },
  decidedBy: { title: 'Decided by' },
  owner: { droppable: 2 },
  assignee: { droppable: 6 },
  executor: { droppable: 3 },
  sponsor: { droppable: 4 },
  invitedBy: { droppable: 5 },
  from: { droppable: 3 },
  to: { droppable: 3 },
  lead: { droppable: 4 },
  skills: { droppable: 7 },
  blocked: { droppable: 8 },
  waiting: { droppable: 8 },
  due: { align: 'right', style: late, droppable: 3 },
  progress: { align: 'right', droppable: 5 },
  leaseExpiresAt: { align: 'right', title: 'Lease', droppable: 4 },
  lastUsedAt: { align: 'right', title: 'Used', droppable: 5 },
  endsAt: { align: 'right', title: 'Ends', droppable: 5 },
  expiresAt: { align: 'right', title: 'Ends', droppable: 5 },
  createdAt: { align: 'right', title: 'Age', droppable: 9 },
  id: { droppable: 1 },
};

/** Facts of the ledger are told in words. */
const eventColumns = ({ names, now }: { names: Names; now: number }): Column<Row>[] => [
  { title: '#', align: 'right', value: ({ position }) => cell('position', position, { names, now }) },
  { title: 'Age', align: 'right', value: ({ at }) => cell('at', at, { names, now }) },
  { title: 'What', flex: true, value: (row) => (isEvent(row) ? eventInWords(row, names) : '') },
  { title: 'Authority', droppable: 2, value: ({ authority }) => authorityInWords(authority) },
];

/** "base: owner may item.commit" is written for programs; what they may do stands beside it. */
function authorityInWords(authority: unknown): string {
  const rule = typeof authority === 'string' ? oneLine(authority) : '';
  const standing = /^base: (.+) may /.exec(rule)?.[1];
  return standing ? `as ${standing}` : rule;
}

const isEvent = (row: Row | undefined): row is Row & Event =>
  row !== undefined && ['type', 'actor', 'authority', 'data'].every((name) => name in row);

/** Chooses what a list shows of its rows, and how. */
export function listColumns(rows: readonly Row[], how: { names: Names; now: number }): Column<Row>[] {
  if (isEvent(rows[0])) return eventColumns(how);
  const present = Object.keys(known).filter((name) => rows.some((row) => valueOf(row, name) !== undefined));
  // Where a key says which, an id says nothing more to a person; and what is in an inbox is open.
  const told = new Set([
    ...(present.includes('key') ? ['id', 'item'] : []),
    ...(present.includes('itemKey') ? ['item', 'state'] : []),
  ]);
  const named = present.filter((name) => !told.has(name));
  const chosen = named.length > 1 ? named : [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return chosen.map((name) => columnOf(name, how));
}

const columnOf = (name: string, how: { names: Names; now: number }): Column<Row> => ({
  title: humanise(name),
  value: (row) => cell(name, valueOf(row, name), how),
  ...(known[name] ?? { droppable: 9 }),
});

/** What a request asks stands in its body, what was found in its snippet. */
function valueOf(row: Row, name: string): unknown {
  if (name in row || name !== 'text') return row[name];
  return [row['body'], row['snippet']].find(isRecord)?.['text'];
}
