import { useSyncExternalStore } from 'react';

const pages = [
  'inbox',
  'items',
  'work',
  'outcomes',
  'intake',
  'people',
  'authority',
  'decisions',
  'ledger',
  'search',
  'settings',
  'start',
  'setup',
  'reset',
  'connect',
] as const;
export type Page = (typeof pages)[number];

/** Where the page is: `/inbox/<request>`, `/items/<KEY>`, `/work/<KEY>?layout=board`; `query` says how it is looked at. */
export type Route = { page: Page; chosen: string | null; query?: Readonly<Record<string, string>> };
type Here = Required<Route>;

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
addEventListener('popstate', tell);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

let last: { address: string; route: Here } | null = null;

/** The same object until the address is another one. */
export function readRoute(): Here {
  const address = location.pathname + location.search;
  if (last?.address !== address) last = { address, route: parse(location.pathname, location.search) };
  return last.route;
}

function parse(path: string, search: string): Here {
  const [, named, chosen] = path.split('/');
  const page = pages.find((one) => one === named) ?? 'inbox';
  const query = Object.fromEntries(new URLSearchParams(search));
  return { page, chosen: chosen ? decodeURIComponent(chosen) : null, query };
}

export const useRoute = (): Here => useSyncExternalStore(subscribe, readRoute);

/** The address of a place within the app. Empty parts of the query are left out. */
export function pathOf({ page, chosen, query = {} }: Route): string {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return `/${page}${chosen ? `/${encodeURIComponent(chosen)}` : ''}${said && `?${said}`}`;
}

/** Goes somewhere; `replace` leaves no trace in the history, as when walking down a list. */
export function go(route: Route, how: { replace?: boolean } = {}): void {
  const path = pathOf(route);
  if (path === location.pathname + location.search) return;
  if (how.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  tell();
}
