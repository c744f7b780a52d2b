import type { Key } from './filter.ts';

/** The words that a key knows; null: any name. */
const known: Record<Key, readonly string[] | null> = {
  owner: null,
  executor: null,
  assignee: null,
  state: ['draft', 'ready', 'active', 'review', 'done', 'cancelled'],
  risk: ['low', 'medium', 'high', 'critical'],
  priority: ['critical', 'high', 'medium', 'low', 'lowest', 'none', '0', '1', '2', '3', '4'],
  is: ['mine', 'waiting', 'blocked', 'overdue', 'stalled', 'ready', 'intake', 'open', 'ended'],
  team: null,
  type: null,
  label: null,
  skill: null,
  due: ['none', 'today'],
  age: [],
  serves: null,
  parent: null,
};

/** Words that stand for no name in particular, offered before the names. */
export const special: Partial<Record<Key, readonly string[]>> = {
  owner: ['me'],
  executor: ['agent', 'person', 'none', 'me'],
  assignee: ['me', 'none'],
  team: ['mine'],
  label: ['none'],
  serves: ['none'],
  parent: ['none'],
};

/** Keys that have an order. */
const ordered: ReadonlySet<Key> = new Set(['risk', 'priority', 'due', 'age']);
export const hasOrder = (key: Key): boolean => ordered.has(key);

export const valuesOf = (key: Key): readonly string[] | null => known[key];

const HOUR = 3_600_000;
const units: Record<string, number> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };

/** "7d" in milliseconds; null when it is no span. */
export function spanOf(text: string): number | null {
  const [, number = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text.toLowerCase()) ?? [];
  const length = units[unit];
  return length === undefined ? null : Number(number) * length;
}

/** The beginning of a day in the reader's zone; null when it is no date such as 2026-12-24. */
export function dayOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(day));
  return at.getMonth() === Number(month) - 1 ? at.getTime() : null;
}

export function isValue(key: Key, value: string): boolean {
  const values = known[key];
  if (values === null || values.includes(value.toLowerCase())) return true;
  if (key === 'age') return spanOf(value) !== null;
  return key === 'due' && (spanOf(value) !== null || dayOf(value) !== null);
}
