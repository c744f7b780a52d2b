import type { ItemReference } from 'coact';
import { ItemLink } from '../parts/item-link.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';

/** The key and title of an item of which only the id is known. */
export function ItemById({ id }: { id: string }) {
  const known = useStore(({ items }) => items?.get(id));
  const { answer } = useQuery<ItemReference | null>(known ? '' : id, async () => known ?? server.item.get({ id }));
  const item = known ?? answer;
  return <span className="min-w-0 truncate">{item ? <ItemLink itemKey={item.key}>{item.title}</ItemLink> : '…'}</span>;
}
