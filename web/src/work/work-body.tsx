import { lazy, Suspense } from 'react';
import { Board } from './board.tsx';
import type { Cursor } from './hands.ts';
import { ListView } from './list-view.tsx';
import type { Found } from './use-found.ts';
import type { Looking } from './use-look.ts';
import type { Moves } from './use-moves.ts';
import { useNarrow } from './use-narrow.ts';
import type { WorkShown } from './work-shown.ts';

const TableView = lazy(async () => ({ default: (await import('./table-view.tsx')).TableView }));
const Graph = lazy(() => import('../graph/graph.tsx'));
const Timeline = lazy(() => import('../graph/timeline.tsx'));

type WorkBodyProps = WorkShown & {
  looking: Looking;
  found: Found;
  moves: Moves;
  editing: Cursor | null;
  onEdit: (cell: Cursor | null) => void;
};

/** The work in the layout that is chosen. A phone has no room for a table, so it shows the list. */
export function WorkBody({ looking, found, moves, editing, onEdit, ...shown }: WorkBodyProps) {
  const { look, set, setEnded, open } = looking;
  const isNarrow = useNarrow();
  if (look.layout === 'board')
    return (
      <Board
        {...shown}
        moves={moves}
        showEnded={found.withEnded || look.group !== 'state' ? null : () => setEnded(true)}
      />
    );
  if (look.layout === 'table' && !isNarrow)
    return (
      <Suspense fallback={<Coming />}>
        <TableView {...shown} {...{ editing, onEdit }} sort={look.sort} onSort={(sort) => set({ sort })} />
      </Suspense>
    );
  if (look.layout === 'list' || look.layout === 'table') return <ListView {...shown} />;
  const Picture = look.layout === 'graph' ? Graph : Timeline;
  return (
    <Suspense fallback={<Coming />}>
      <Picture items={found.items} chosen={shown.opened} onChoose={open} />
    </Suspense>
  );
}

const Coming = () => <div className="flex-1" aria-busy="true" />;
