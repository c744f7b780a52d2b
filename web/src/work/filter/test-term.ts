import type { ItemSummary } from 'coact';
import { conditions } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { Compare, Key, Term } from './filter.ts';
import { dayOf, spanOf, valuesOf } from './values.ts';

export type Test = (item: ItemSummary) => boolean;

const DAY = 24 * 3_600_000;
const never: Test = () => false;

/** Makes one term a question to a row. Names are looked up once here, not once for each row. */
export function testTerm({ key, compare, value }: Term, facts: Facts): Test {
  return tests[key](value.toLowerCase(), compare, facts);
}

const tests: Record<Key, (value: string, compare: Compare, facts: Facts) => Test> = {
  owner: (value, _, facts) => within(namesakes(value, facts), ({ owner }) => owner),
  executor: executorIs,
  assignee: (value, _, facts) =>
    value === 'none'
      ? ({ assignee }) => assignee === null
      : within(namesakes(value, facts), ({ assignee }) => assignee),
  state: (value) => (item) => item.state === value,
  risk: (value, compare) => {
    const risks = valuesOf('risk') ?? [];
    const wanted = risks.indexOf(value);
    return ({ risk }) => holds(risks.indexOf(risk), compare, wanted);
  },
  priority: priorityIs,
  is: (value, _, facts) => {
    const condition = conditions[value];
    return condition ? (item) => condition(item, facts) : never;
  },
  team: teamIs,
  type: (value) => (item) => item.type.toLowerCase() === value,
  label: (value) =>
    value === 'none'
      ? ({ labels }) => labels.length === 0
      : ({ labels }) => labels.some((one) => one.toLowerCase() === value),
  skill: (value) => (item) => item.skills.some((one) => one.toLowerCase() === value),
  due: dueIs,
  age: (value, compare, { now }) => {
    const span = spanOf(value) ?? 0;
    return ({ createdAt }) => holds(now - Date.parse(createdAt), compare === '=' ? '>=' : compare, span);
  },
  serves: servesIs,
  parent: (value, _, { items }) => {
    if (value === 'none') return ({ parent }) => parent === null;
    return ({ parent }) => parent !== null && (parent === value || items.get(parent)?.key.toLowerCase() === value);
  },
};

function holds(is: number, compare: Compare, wanted: number): boolean {
  if (compare === '<') return is < wanted;
  if (compare === '<=') return is <= wanted;
  if (compare === '>') return is > wanted;
  return compare === '>=' ? is >= wanted : is === wanted;
}

const within =
  (ids: ReadonlySet<string>, of: (item: ItemSummary) => string | null): Test =>
  (item) => {
    const id = of(item);
    return id !== null && ids.has(id);
  };

/** Those whom a name can mean: `me`, an id, an e-mail address, or any part of a name. */
function namesakes(value: string, { me, people }: Facts): Set<string> {
  if (value === 'me') return new Set(me === null ? [] : [me]);
  const meant = [...people.values()].filter(
    ({ id, name, email }) => id === value || email?.toLowerCase() === value || name.toLowerCase().includes(value),
  );
  return new Set(meant.map(({ id }) => id));
}

function executorIs(value: string, _: Compare, facts: Facts): Test {
  if (value === 'none') return ({ executor }) => executor === null;
  const kind = { agent: 'agent', person: 'human' }[value];
  if (kind) return ({ executor }) => executor !== null && facts.people.get(executor)?.kind === kind;
  return within(namesakes(value, facts), ({ executor }) => executor);
}

/** Numbers compare as numbers, 0 the most urgent; words compare by urgency, so that `>=high` is high and critical. */
function priorityIs(value: string, compare: Compare): Test {
  if (value === 'none') return ({ priority }) => priority === null;
  const isNumber = /^\d$/.test(value);
  const wanted = isNumber ? Number(value) : (valuesOf('priority') ?? []).indexOf(value);
  return ({ priority }) =>
    priority !== null && (isNumber ? holds(priority, compare, wanted) : holds(-priority, compare, -wanted));
}

/** By key or name, with the teams that are part of it. */
function teamIs(value: string, _: Compare, { teams, myTeams }: Facts): Test {
  const all = [...teams.values()];
  const isMeant = ({ id, key, name }: (typeof all)[number]) =>
    value === 'mine'
      ? myTeams.includes(id)
      : id === value || key.toLowerCase() === value || name.toLowerCase() === value;
  const meant = withParts(all.filter(isMeant), all);
  return ({ team }) => meant.has(team);
}

/** Within a span from now, what is late already included; or before, on or after a day. */
function dueIs(value: string, compare: Compare, { now }: Facts): Test {
  if (value === 'none') return ({ due }) => due === null;
  const span = spanOf(value);
  if (span !== null)
    return ({ due }) => due !== null && holds(Date.parse(due) - now, compare === '=' ? '<=' : compare, span);
  const day = value === 'today' ? new Date(now).setHours(0, 0, 0, 0) : (dayOf(value) ?? 0);
  return ({ due }) => due !== null && holds(Math.floor((Date.parse(due) - day) / DAY), compare, 0);
}

/** The outcome by any part of its title, with the outcomes below it. */
function servesIs(value: string, _: Compare, { outcomes }: Facts): Test {
  if (value === 'none') return ({ serves }) => serves === null;
  const all = [...outcomes.values()];
  const meant = withParts(
    all.filter(({ id, title }) => id === value || title.toLowerCase().includes(value)),
    all,
  );
  return ({ serves }) => serves !== null && meant.has(serves);
}

type Nested = { id: string; parent: string | null };

/** Some of a tree, and everything below them. */
function withParts(some: readonly Nested[], all: readonly Nested[]): Set<string> {
  const meant = new Set(some.map(({ id }) => id));
  for (let before = -1; meant.size > before;) {
    before = meant.size;
    for (const { id, parent } of all) if (parent !== null && meant.has(parent)) meant.add(id);
  }
  return meant;
}
