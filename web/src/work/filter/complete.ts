import type { ItemSummary } from 'coact';
import type { Facts } from './facts.ts';
import { isKey, type Key, keys } from './filter.ts';
import { printValue } from './print.ts';
import { hasOrder, special, valuesOf } from './values.ts';

/** Something that could stand at the cursor: from `at` to `end` of what was typed `insert` would take the place. */
export type Completion = { insert: string; shows: string; key: Key | null; at: number; end: number };

const MOST = 8;

/** What could be meant by the piece before the cursor: a key, or a value of the key that is there. */
export function completionsOf(source: string, cursor: number, facts: Facts): Completion[] {
  const piece = pieceBefore(source, cursor);
  if (!piece) return [];
  const { at, text } = piece;
  const colon = text.indexOf(':');
  const key = text.slice(0, Math.max(colon, 0)).toLowerCase();
  if (colon < 0) return completeKey(text.toLowerCase(), at, cursor);
  return isKey(key) ? completeValue(key, text.slice(colon + 1), at + colon + 1, cursor, facts) : [];
}

/** The last piece up to the cursor, without the signs before it; null inside of quoted words. */
function pieceBefore(source: string, cursor: number): { at: number; text: string } | null {
  const [text = ''] = /(?:[a-z]+:)?(?:"[^"]*"?|[^\s()"])*$/i.exec(source.slice(0, cursor)) ?? [];
  const bare = text.replace(/^-+/, '');
  return bare.startsWith('"') ? null : { at: cursor - bare.length, text: bare };
}

const completeKey = (typed: string, at: number, end: number): Completion[] =>
  keys.filter((key) => key.startsWith(typed)).map((key) => ({ insert: `${key}:`, shows: `${key}:`, key, at, end }));

function completeValue(key: Key, said: string, at: number, end: number, facts: Facts): Completion[] {
  const sign = hasOrder(key) ? (/^(?:<=|>=|<|>|=)/.exec(said)?.[0] ?? '') : '';
  const typed = said.slice(sign.length).replaceAll('"', '').toLowerCase();
  const words = [...(special[key] ?? []), ...(valuesOf(key) ?? namesFor(key, facts))];
  const offered = [...words, ...(key === 'due' || key === 'age' ? ['1d', '3d', '7d', '14d', '30d'] : [])];
  const fitting = offered.filter((value) => value.toLowerCase().includes(typed) && value.toLowerCase() !== typed);
  const [first, rest] = [fitting.filter((one) => begins(one, typed)), fitting.filter((one) => !begins(one, typed))];
  return [...first, ...rest]
    .slice(0, MOST)
    .map((value) => ({ insert: `${sign}${printValue(value)}`, shows: value, key, at, end }));
}

const begins = (value: string, typed: string) => value.toLowerCase().startsWith(typed);
/** The names that are there to choose from. */
function namesFor(key: Key, { people, teams, outcomes, items }: Facts): string[] {
  const persons = [...people.values()].filter(({ status }) => status !== 'retired');
  if (key === 'owner') return persons.filter(({ kind }) => kind === 'human').map(({ name }) => name);
  if (key === 'executor' || key === 'assignee') return persons.map(({ name }) => name);
  if (key === 'team') return [...teams.values()].map((team) => team.key);
  if (key === 'serves') return [...outcomes.values()].map(({ title }) => title);
  return key === 'parent' ? parentsIn(items) : wordsIn(items, key);
}

function parentsIn(items: Facts['items']): string[] {
  const ids = new Set([...items.values()].map(({ parent }) => parent ?? ''));
  return [...ids].map((id) => items.get(id)?.key ?? '').filter(Boolean);
}

/** Those that are used, the most used first. */
function wordsIn(items: Facts['items'], key: Key): string[] {
  const of = (item: ItemSummary) => (key === 'label' ? item.labels : key === 'skill' ? item.skills : [item.type]);
  const counts = new Map<string, number>();
  for (const item of items.values()) for (const word of of(item)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}
