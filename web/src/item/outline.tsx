import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { Standing } from './standing.tsx';

/** What the page knows of the item already, in its place, for the moment until the whole of it is here. */
export function Outline({ itemKey }: { itemKey: string }) {
  const items = useStore((state) => state.items);
  const known = useMemo(() => [...(items?.values() ?? [])].find(({ key }) => key === itemKey), [items, itemKey]);
  if (!known) return null;
  return (
    <div aria-busy="true" className="px-4 pt-5 @2xl:px-8">
      <p className="prose text-lg font-semibold">{known.title}</p>
      <Standing item={known} />
    </div>
  );
}
