import { CoactError, type Item } from 'coact';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';

/** Whether the item was removed while it was looked at: asked only when the work that is known does not have it any longer. */
export function useGone(item: Item | null): boolean {
  const isKnown = useStore(({ items }) => !item || !items || items.has(item.id));
  const { answer } = useQuery(
    isKnown ? '' : (item?.id ?? ''),
    async () => !isKnown && item !== null && (await isGone(item)),
  );
  return !isKnown && answer === true;
}

const isGone = ({ id }: Item): Promise<boolean> =>
  server.item.get({ id }).then(
    () => false,
    (error: unknown) => error instanceof CoactError && error.status === 404,
  );
