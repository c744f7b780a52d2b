import type { ItemSummary } from 'coact';
import { isOpen } from './filter/conditions.ts';
import type { Facts } from './filter/facts.ts';
import { everything, type Filter } from './filter/filter.ts';
import { isTrouble, parseFilter } from './filter/parse.ts';
import { testFilter, wantsEnded } from './filter/test-filter.ts';
import type { FilterTrouble } from './filter/trouble.ts';
import { orderOf } from './sort.ts';

export type Reading = { filter: Filter; trouble: FilterTrouble | null };

/** Reads what is typed. While a part of it can't be read, the rest holds; where that can't be read either, what held before. */
export function readFilter(typed: string, before: Filter = everything): Reading {
  const read = parseFilter(typed);
  if (!isTrouble(read)) return { filter: read, trouble: null };
  const rest = parseFilter(`${typed.slice(0, read.at)} ${typed.slice(read.end)}`);
  return { filter: isTrouble(rest) ? before : rest, trouble: read };
}

/** All work in the order that is wanted: sorted once, so that typing only lets rows through. */
export const sortWork = (sort: string, facts: Facts): ItemSummary[] =>
  [...facts.items.values()].sort(orderOf(sort, facts));

/** The rows that the filter lets through; ended work only where it is asked for. */
export function findWork(
  sorted: readonly ItemSummary[],
  filter: Filter,
  facts: Facts,
  withEnded: boolean,
): ItemSummary[] {
  const test = testFilter(filter, facts);
  const all = withEnded || wantsEnded(filter);
  return sorted.filter((item) => (all || isOpen(item)) && test(item));
}
