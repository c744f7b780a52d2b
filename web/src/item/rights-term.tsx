import type { DecisionRights, Item } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { RightsDialog } from './rights-dialog.tsx';
import { quietControl, Term } from './term.tsx';

const says = words.decisions;

/** Who decides about the item, by kind of decision; its owner where nothing is said. */
export function RightsTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const changes = useStore((state) => state.openedChanges);
  const [saved, setSaved] = useState(0);
  const [open, setOpen] = useState<DecisionRights | 'new' | null>(null);
  const { answer } = useQuery(`${item.id} ${changes} ${saved}`, () => server.item.rights({ id: item.id }));
  const rights = answer?.items ?? [];
  return (
    <Term name="rights" title={says.rights.term}>
      {rights.length === 0 && !mayEdit && <span className="text-muted">{says.rights.owner}</span>}
      <ul className="space-y-0.5">
        {rights.map((one) => (
          <li key={one.decisionKind ?? ''} className="flex flex-wrap items-baseline gap-x-2">
            <Person id={one.decide ?? item.owner} as={says.roles.decide} />
            <span className="text-sm text-muted">{one.decisionKind ?? says.rights.every}</span>
            {mayEdit && (
              <button type="button" className={`${quietControl} text-sm text-muted`} onClick={() => setOpen(one)}>
                {says.rights.change}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <button type="button" data-open="" className={`${quietControl} block`} onClick={() => setOpen('new')}>
          <span className="text-muted">{rights.length === 0 ? says.rights.owner : says.rights.set}</span>
          {rights.length === 0 && <span className="sr-only">{says.rights.set}</span>}
        </button>
      )}
      {open && (
        <RightsDialog
          item={item}
          before={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={() => setSaved(saved + 1)}
        />
      )}
    </Term>
  );
}
