import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';

/** Whether there is no work at all yet, open or ended: then the first steps are the page that helps most. */
export function useIsEmpty(): boolean {
  const nothingOpen = useStore(({ items }) => items?.size === 0);
  const { answer } = useQuery(String(nothingOpen), async () =>
    nothingOpen ? (await server.item.list({ limit: 1 })).items.length === 0 : false,
  );
  return nothingOpen && answer === true;
}
