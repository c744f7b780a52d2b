import type { Item } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { ShareDialog } from './share-dialog.tsx';
import { quietControl, Term } from './term.tsx';

const says = words.shares;

/** The guests who see this item, and how far each may go; those who may share it change that here. */
export function SharesTerm({ item, mayShare }: { item: Item; mayShare: boolean }) {
  const changes = useStore((state) => state.openedChanges);
  const [saved, setSaved] = useState(0);
  const [open, setOpen] = useState(false);
  const { answer } = useQuery(`${item.id} ${changes} ${saved}`, () => server.item.shares({ id: item.id }));
  const shares = answer?.items ?? [];
  if (shares.length === 0 && !mayShare) return null;
  return (
    <Term name="shares" title={says.term}>
      <ul className="space-y-0.5">
        {shares.map((one) => (
          <li key={one.with} className="flex flex-wrap items-baseline gap-x-2">
            <Person id={one.with} as={says.guest} />
            <span className="text-sm text-muted">{says.mays[one.may]}</span>
          </li>
        ))}
      </ul>
      {mayShare && (
        <button type="button" data-open="" className={quietControl} onClick={() => setOpen(true)}>
          <span className="text-muted">{shares.length === 0 ? says.none : says.open}</span>
          {shares.length === 0 && <span className="sr-only">{says.open}</span>}
        </button>
      )}
      {open && (
        <ShareDialog
          item={item}
          shares={shares}
          onClose={() => setOpen(false)}
          onChanged={() => setSaved((count) => count + 1)}
        />
      )}
    </Term>
  );
}
