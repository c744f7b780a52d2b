import { Badge, useName } from '../parts/badge.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { ItemById } from './item-by-id.tsx';

/** An open item that has to be finished first, and who can see to that: whoever works on it, else its owner. */
export function BlockerLine({ id }: { id: string }) {
  const blocker = useStore(({ items }) => items?.get(id));
  const name = useName(blocker ? (blocker.executor ?? blocker.owner) : null);
  return (
    <p className="flex flex-wrap items-center gap-x-1.5">
      <span className="shrink-0 text-muted">{words.item.comesAfter}</span>
      <ItemById id={id} />
      {blocker && (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Badge
            id={blocker.executor ?? blocker.owner}
            as={blocker.executor ? words.item.executor : words.item.terms.owner}
          />
          {words.item.blockerStands(words.common.states[blocker.state], name, blocker.executor !== null)}
        </span>
      )}
    </p>
  );
}
