import type { ItemSummary } from 'coact';
import { words } from '../words/index.ts';
import { priorityWord, risks, states } from '../words/common.ts';
import type { Facts } from './filter/facts.ts';
import type { Group } from './look.ts';

/** Work that has something in common. `value` is what: a state, an id, a priority; empty where there is none of it. */
export type Grouped = { value: string; title: string; items: readonly ItemSummary[] };

type Lane = { value: string; title: string };

/** What of an item decides where it stands. */
export function valueIn(
  group: Group,
  { state, owner, executor, assignee, priority, risk, team, serves }: ItemSummary,
): string {
  const values: Record<Group, string | number | null> = {
    state,
    owner,
    priority,
    risk,
    team,
    serves,
    executor: executor ?? assignee,
    none: null,
  };
  return String(values[group] ?? '');
}

/** The work by what it has in common, in an order that stays. Lanes that are there without work are kept, to be dropped into. */
export function groupItems(items: readonly ItemSummary[], group: Group, facts: Facts, withEnded: boolean): Grouped[] {
  const parts = Map.groupBy(items, (item) => valueIn(group, item));
  const fixed = fixedLanes(group, withEnded);
  const isFixed = new Set(fixed.map(({ value }) => value));
  const found = [...parts.keys()]
    .filter((value) => !isFixed.has(value))
    .map((value) => ({ value, title: titleOf(group, value, facts) }));
  const byTitle = (a: Lane, b: Lane) =>
    Number(a.value === '') - Number(b.value === '') || a.title.localeCompare(b.title);
  return [...fixed, ...found.toSorted(byTitle)].map(({ value, title }) => ({
    value,
    title,
    items: parts.get(value) ?? [],
  }));
}

const openStates = ['draft', 'ready', 'active', 'review'] as const;

function fixedLanes(group: Group, withEnded: boolean): Lane[] {
  if (group === 'state')
    return [...openStates, ...(withEnded ? (['done', 'cancelled'] as const) : [])].map((value) => ({
      value,
      title: states[value],
    }));
  if (group === 'priority')
    return ['0', '1', '2', '3', '4', ''].map((value) => ({
      value,
      title: value === '' ? words.work.without.priority : priorityWord(Number(value)),
    }));
  if (group === 'risk')
    return (['critical', 'high', 'medium', 'low'] as const).map((value) => ({ value, title: risks[value] }));
  return group === 'executor' ? [{ value: '', title: words.work.without.executor }] : [];
}

function titleOf(group: Group, value: string, { people, teams, outcomes, me }: Facts): string {
  if (group === 'team') return teams.get(value)?.name ?? '…';
  if (group === 'serves') return value === '' ? words.work.without.serves : (outcomes.get(value)?.title ?? '…');
  if (group === 'owner' || group === 'executor') return value === me ? words.work.me : (people.get(value)?.name ?? '…');
  return group === 'none' ? words.work.everything : (states[value as keyof typeof states] ?? value);
}
