import type { View } from 'coact';
import { builtIn } from './built-in-views.ts';

export const layouts = ['board', 'list', 'table', 'graph', 'timeline'] as const;
export type Layout = (typeof layouts)[number];

export const groups = ['state', 'owner', 'executor', 'priority', 'risk', 'team', 'serves', 'none'] as const;
export type Group = (typeof groups)[number];

/** How the work is looked at. `sort` is a column, with a minus before it when it is turned round; empty: by urgency. */
export type Look = { layout: Layout; filter: string; group: Group; sort: string };

/** Something to look at the work with: mine to keep, or one that everybody has. */
export type KnownView = Look & { id: string; name: string; isBuiltIn: boolean; view: View | null };

const isOneOf = <Word extends string>(all: readonly Word[], word: string | null | undefined): word is Word =>
  all.some((one) => one === word);

export function viewsOf(views: readonly View[]): KnownView[] {
  return [...builtIn(), ...views.map(fromView)];
}

function fromView(view: View): KnownView {
  const { id, name, layout, filter, group, sort } = view;
  const known = {
    layout: isOneOf(layouts, layout) ? layout : 'list',
    group: isOneOf(groups, group) ? group : 'state',
  } as const;
  return { id, name, filter, sort: sort ?? '', ...known, isBuiltIn: false, view };
}

/** The view that the address names, and how the address departs from it. */
export function readLook(
  query: Readonly<Record<string, string>>,
  all: readonly KnownView[],
): { view: KnownView; look: Look } {
  const view = all.find(({ id }) => id === query['view']) ?? all.find(({ id }) => id === 'all') ?? builtIn()[0];
  if (!view) throw new Error('There are always views that everybody has.');
  const layout = isOneOf(layouts, query['layout']) ? query['layout'] : view.layout;
  const group = isOneOf(groups, query['group']) ? query['group'] : view.group;
  return {
    view,
    look: { layout, group, filter: said(query['filter'], view.filter), sort: said(query['sort'], view.sort) },
  };
}

/** An address can't say "empty" by leaving a part out, so it says it with a hyphen. */
const EMPTY = '-';
const said = (word: string | undefined, otherwise: string) =>
  word === undefined ? otherwise : word === EMPTY ? '' : word;

/** What the address has to say so that reading it gives this look again: only what the view does not say. */
export function queryOf(look: Look, view: KnownView): Record<string, string> {
  const query: Record<string, string> = view.id === 'all' ? {} : { view: view.id };
  for (const part of ['layout', 'filter', 'group', 'sort'] as const)
    if (look[part] !== view[part]) query[part] = look[part] === '' ? EMPTY : look[part];
  return query;
}

export const isSameLook = (a: Look, b: Look): boolean =>
  a.layout === b.layout && a.filter === b.filter && a.group === b.group && a.sort === b.sort;
