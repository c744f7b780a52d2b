import { useEffect } from 'react';
import { go, type Page } from '../state/route.ts';

type Walk = {
  page: Page;
  rows: readonly { id: string }[] | null;
  chosen: string | null;
  query: Readonly<Record<string, string>>;
};

/** j and k walk down and up the rows of a page, and escape closes the chosen one. */
export function useWalkKeys({ page, rows, chosen, query }: Walk): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('[role="dialog"]')) return;
      if (target instanceof HTMLElement && target.matches('input, select, textarea')) return;
      const at = rows?.findIndex(({ id }) => id === chosen) ?? -1;
      const next = { j: rows?.[at + 1], k: rows?.[at - 1] }[key];
      if (next) go({ page, chosen: next.id, query }, { replace: true });
      if (key === 'Escape' && chosen) go({ page, chosen: null, query });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [page, rows, chosen, query]);
}
