import { useState } from 'react';
import type { Trouble } from './server.ts';
import { useQuery } from './use-query.ts';

type Page<Row> = { items: Row[]; next: string | null };
export type Paged<Row> = {
  rows: readonly Row[] | null;
  trouble: Trouble | null;
  /** Reads what comes after them; null where there is no more. */
  more: (() => void) | null;
};

/** A list of the server page by page, from the beginning again whenever `key` is another; `read` is given where to go on. */
export function usePaged<Row>(key: string, read: (after: string | null) => Promise<Page<Row>>): Paged<Row> {
  const first = useQuery(key, () => read(null));
  const [added, setAdded] = useState<(Page<Row> & { key: string }) | null>(null);
  const later = added?.key === key ? added : null;
  const next = later ? later.next : (first.answer?.next ?? null);
  const goOn = async () => {
    const page = await read(next);
    setAdded({ key, items: [...(later?.items ?? []), ...page.items], next: page.next });
  };
  const rows = first.answer && [...first.answer.items, ...(later?.items ?? [])];
  return { rows, trouble: first.trouble, more: next ? () => void goOn() : null };
}
