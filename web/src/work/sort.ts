import type { ItemSummary } from 'coact';
import type { Facts } from './filter/facts.ts';

export const columns = [
  'key',
  'title',
  'state',
  'owner',
  'executor',
  'assignee',
  'priority',
  'risk',
  'due',
  'waits',
  'labels',
  'team',
  'type',
  'serves',
  'age',
  'updated',
] as const;
export type Column = (typeof columns)[number];
export const isColumn = (text: string): text is Column => (columns as readonly string[]).includes(text);

type Order = (a: ItemSummary, b: ItemSummary) => number;

const states = ['draft', 'ready', 'active', 'review', 'done', 'cancelled'];
const risks = ['critical', 'high', 'medium', 'low'];
const texts = new Intl.Collator(undefined, { numeric: true });

/** What is said comes before what is not said, whichever way round. */
const LAST = '\u{10FFFF}';
const byText = (of: (item: ItemSummary) => string): Order => {
  const kept = new Map<string, string>();
  const text = (item: ItemSummary) => {
    let one = kept.get(item.id);
    if (one === undefined) kept.set(item.id, (one = of(item) || LAST));
    return one;
  };
  return (a, b) => texts.compare(text(a), text(b));
};
const byNumber =
  (of: (item: ItemSummary) => number): Order =>
  (a, b) =>
    of(a) - of(b);
/** Times are in one form, so their text has their order. */
const byTime =
  (of: (item: ItemSummary) => string | null): Order =>
  (a, b) => {
    const [one, other] = [of(a) ?? LAST, of(b) ?? LAST];
    return one < other ? -1 : one > other ? 1 : 0;
  };

const urgency: Order = (a, b) => (a.priority ?? 9) - (b.priority ?? 9) || byTime(({ createdAt }) => createdAt)(a, b);

/** The order that a look asks for; equal ones stand by urgency, then age. */
export function orderOf(sort: string, facts: Facts): Order {
  const isTurned = sort.startsWith('-');
  const column = isTurned ? sort.slice(1) : sort;
  if (!isColumn(column)) return urgency;
  const order = orderBy(column, facts);
  return (a, b) => (isTurned ? -order(a, b) : order(a, b)) || urgency(a, b);
}

function orderBy(column: Column, { people, teams, outcomes, asked }: Facts): Order {
  const name = (id: string | null) => (id ? (people.get(id)?.name ?? '') : '');
  const orders: Record<Column, Order> = {
    key: byText(({ key }) => key),
    title: byText(({ title }) => title),
    state: byNumber(({ state }) => states.indexOf(state)),
    owner: byText(({ owner }) => name(owner)),
    executor: byText(({ executor }) => name(executor)),
    assignee: byText(({ assignee }) => name(assignee)),
    priority: byNumber(({ priority }) => priority ?? 9),
    risk: byNumber(({ risk }) => risks.indexOf(risk)),
    due: byTime(({ due }) => due),
    waits: byTime(({ id }) => asked.get(id)?.[0]?.createdAt ?? null),
    labels: byText(({ labels }) => labels.join(' ')),
    team: byText(({ team }) => teams.get(team)?.name ?? ''),
    type: byText(({ type }) => type),
    serves: byText(({ serves }) => (serves ? (outcomes.get(serves)?.title ?? '') : '')),
    age: byTime(({ createdAt }) => createdAt),
    updated: byTime(({ updatedAt }) => updatedAt),
  };
  return orders[column];
}
