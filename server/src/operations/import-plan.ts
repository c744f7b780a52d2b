import { draft, readiness } from '../domain/contract.ts';
import { findCycle } from '../domain/dependencies.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Imported } from '../domain/work-item.ts';
import type { ImportItem, ImportReport } from './import-batch.ts';

/** What a backlog becomes here, worked out before anything is written. */
export type PlannedItem = {
  item: ImportItem;
  imported: Omit<Imported, 'key'>;
  missing: string[];
  openBlockers: number;
  openChildren: number;
};

/** An item that an earlier import, or this one, gave an id. */
export type Known = { id: string; open: boolean; done: boolean };

export type PlanFacts = {
  known: ReadonlyMap<string, Known>;
  people: ReadonlyMap<string, string>;
  team: string;
  actor: string;
  now: number;
  ids: { next(): string };
  source: string;
};

/** Refuses a batch that names one item twice, or points at what neither it nor an earlier import has. */
export function refuseBatch(items: readonly ImportItem[], known: ReadonlyMap<string, unknown>): Refusal | null {
  const own = new Map<string, number>();
  for (const [i, { ref }] of items.entries()) {
    if (own.has(ref))
      return refuse('invalid_input', {
        errors: [{ field: `items.${i}.ref`, problem: `is also item ${own.get(ref)}: ${ref}` }],
      });
    own.set(ref, i);
  }
  for (const [i, item] of items.entries()) {
    const named = [...item.blockedBy, ...item.related.map(({ ref }) => ref), ...(item.parent ? [item.parent] : [])];
    const stray = named.find((ref) => !own.has(ref) && !known.has(ref));
    if (stray) return refuse('unknown_reference', { field: `items.${i}`, ref: stray });
  }
  const round =
    findCycle(items.flatMap(({ ref, blockedBy }) => blockedBy.map((blocker) => ({ item: ref, blocker })))) ??
    findCycle(items.flatMap(({ ref, parent }) => (parent ? [{ item: ref, blocker: parent }] : [])));
  return round ? refuse('cycle', { path: round }) : null;
}

/** Works out each new item: its contract, its state by the definition of ready, and what it waits for. */
export function planItems(
  items: readonly ImportItem[],
  facts: PlanFacts,
): { planned: PlannedItem[]; all: Map<string, Known> } {
  const fresh = items.filter(({ ref }) => !facts.known.has(ref));
  const all = new Map(facts.known);
  for (const { ref, state } of fresh)
    all.set(ref, { id: facts.ids.next(), open: state === 'open', done: state === 'done' });
  const children = Map.groupBy(
    fresh.filter(({ state, parent }) => parent && state === 'open'),
    ({ parent }) => parent ?? '',
  );
  const planned = fresh.map((item): PlannedItem => {
    const { imported, missing } = importedAs(item, all, facts);
    const openBlockers = new Set(item.blockedBy.filter((ref) => !all.get(ref)?.done)).size;
    return { item, imported, missing, openBlockers, openChildren: children.get(item.ref)?.length ?? 0 };
  });
  return { planned, all };
}

function importedAs(
  item: ImportItem,
  all: ReadonlyMap<string, Known>,
  { people, team, actor, now, source }: PlanFacts,
) {
  const { title, outcome, type, priority, criteria, labels, context, links } = item;
  const sent = criteria.map(({ text }) => ({ text, required: true }));
  const first = { title, outcome, type, priority, labels, context, links, criteria: sent };
  const given = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined));
  const contract = draft({ ...given, title, owner: actor });
  const missing = item.state === 'open' ? readiness(contract).missing.map(({ part }) => part) : [];
  const state = item.state === 'open' ? (missing.length === 0 ? ('ready' as const) : ('draft' as const)) : item.state;
  const time = (value: string | undefined) => (value === undefined ? null : Date.parse(value));
  const createdAt = time(item.createdAt) ?? now;
  const ended = time(item.closedAt) ?? time(item.updatedAt) ?? createdAt;
  const who = (name: string | undefined) => (name === undefined ? null : (people.get(name.toLowerCase()) ?? null));
  const imported = {
    id: all.get(item.ref)?.id ?? '',
    team,
    parent: item.parent === undefined ? null : (all.get(item.parent)?.id ?? null),
    contract,
    assignee: who(item.assignee),
    createdBy: who(item.createdBy) ?? actor,
    state,
    createdAt,
    endedAt: item.state === 'open' ? null : ended,
    source,
    ref: item.ref,
  };
  return { imported, missing };
}

const DRAFTS_TOLD = 200;

/** What happened, in numbers. */
export function reportOn(
  planned: readonly PlannedItem[],
  about: Pick<ImportReport, 'dryRun' | 'source' | 'team' | 'unchanged' | 'people'>,
): ImportReport {
  const sum = (count: (one: PlannedItem) => number) => planned.reduce((total, one) => total + count(one), 0);
  const drafts = planned.filter(({ imported }) => imported.state === 'draft');
  return {
    ...about,
    created: planned.length,
    states: countBy(planned.map(({ imported }) => imported.state)),
    missing: countBy(drafts.flatMap(({ missing }) => missing)),
    drafts: drafts.slice(0, DRAFTS_TOLD).map(({ item, missing }) => ({ ref: item.ref, title: item.title, missing })),
    criteria: sum(({ item }) => item.criteria.length),
    comments: sum(({ item }) => item.comments.length),
    edges: {
      blockedBy: sum(({ item }) => item.blockedBy.length),
      parents: sum(({ item }) => (item.parent ? 1 : 0)),
      related: sum(({ item }) => item.related.length),
    },
    kept: countBy(planned.flatMap(({ item }) => Object.keys(item.sourceData))),
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts = Map.groupBy(names, (name) => name);
  return Object.fromEntries(
    [...counts].map(([name, all]): [string, number] => [name, all.length]).sort((a, b) => b[1] - a[1]),
  );
}
