import { useSyncExternalStore } from 'react';

/** Where the page is: `/inbox`, `/inbox/<request>`, `/items`, `/items/<KEY>`, `/setup`. */
export type Route = { page: 'inbox' | 'items' | 'setup'; chosen: string | null };

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
addEventListener('popstate', tell);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const [, page, chosen] = path.split('/');
  const known = page === 'items' || page === 'setup' ? page : 'inbox';
  return { page: known, chosen: chosen ? decodeURIComponent(chosen) : null };
}

export const pathOf = ({ page, chosen }: Route): string =>
  chosen ? `/${page}/${encodeURIComponent(chosen)}` : `/${page}`;

/** Goes somewhere; `replace` leaves no trace in the history, as when walking down a list. */
export function go(route: Route, how: { replace?: boolean } = {}): void {
  const path = pathOf(route);
  if (path === location.pathname) return;
  if (how.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  tell();
}
