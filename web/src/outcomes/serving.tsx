import { type ItemSummary, type Outcome, paged } from 'coact';
import { useMemo, useState } from 'react';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

/** The items that serve an outcome: what is open at once, what is done when somebody wants to see it. */
export function Serving({ outcome }: { outcome: Outcome }) {
  const { noServing, showDone } = words.outcomes;
  const items = useStore((state) => state.items);
  const [withDone, setWithDone] = useState(false);
  const open = useMemo(
    () => [...(items?.values() ?? [])].filter(({ serves, state }) => serves === outcome.id && !isEnded(state)),
    [items, outcome.id],
  );
  return (
    <>
      {open.length === 0 && <p className="text-muted">{noServing}</p>}
      <List items={open} />
      {withDone && <Done outcome={outcome} />}
      {!withDone && outcome.items.done > 0 && (
        <Button look="quiet" className="mt-1 -ml-3 text-sm" onClick={() => setWithDone(true)}>
          {showDone(outcome.items.done)}
        </Button>
      )}
    </>
  );
}

const isEnded = (state: ItemSummary['state']) => state === 'done' || state === 'cancelled';

function Done({ outcome: { id, items } }: { outcome: Outcome }) {
  const { answer, trouble } = useQuery(`served.${id}.${items.done}`, () =>
    Array.fromAsync(paged(server.item.list, { serves: id, state: ['done'], limit: 200 })),
  );
  return (
    <>
      <TroubleNote trouble={trouble} />
      {answer && <List items={answer} />}
    </>
  );
}

const List = ({ items }: { items: readonly ItemSummary[] }) => (
  <ul>
    {items.map(({ id, key, title, state, owner, executor }) => (
      <li key={id} className="flex items-center gap-3 border-b border-line py-1.5 last:border-0">
        <span className="w-24 shrink-0">
          <StateMark state={state} />
        </span>
        <span className="min-w-0 flex-1 truncate">
          <ItemLink itemKey={key}>{title}</ItemLink>
        </span>
        <Badge id={owner} as={words.graph.owner} />
        {executor && <Badge id={executor} as={words.graph.executor} />}
      </li>
    ))}
  </ul>
);
