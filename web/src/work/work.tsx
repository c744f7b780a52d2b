import { useMemo, useRef, useState } from 'react';
import type { ItemSummary } from 'coact';
import { ItemPage } from '../item/item-page.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { groupItems } from './group.ts';
import type { Cursor, Hands } from './hands.ts';
import { ManyBar } from './many-bar.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NewItem } from './new-item.tsx';
import { NothingFound } from './nothing-found.tsx';
import { Toolbar } from './toolbar.tsx';
import { useChosen } from './use-chosen.ts';
import { useCounts } from './use-counts.ts';
import { useFacts } from './use-facts.ts';
import { useFound } from './use-found.ts';
import { type Looking, useLook } from './use-look.ts';
import { type Moves, useMoves } from './use-moves.ts';
import { usePageKeys } from './use-page-keys.ts';
import { ViewsNav } from './views-nav.tsx';
import { WorkBody } from './work-body.tsx';
import type { WorkShown } from './work-shown.ts';

/** All work that is open, looked at as a board, a list, a table, a graph or a timeline, and beside it the chosen item. */
export function Work({ chosen: opened }: { chosen: string | null }) {
  const page = useWorkPage(opened);
  const { looking, facts, found, chosen, input, above, setAbove, shown, moves, editing, setEditing } = page;
  const counts = useCounts(looking.views, facts);
  const isRead = useStore(({ items }) => items !== null);
  const isEmpty = isRead && found.items.length === 0 && (looking.look.layout !== 'board' || facts.items.size === 0);
  const many = chosen.ids.size > 0 ? found.items.filter(({ id }) => chosen.ids.has(id)) : [];
  const onNew = () => setAbove('new');
  // What stands beside the work takes its room from the titles, so the views become a choice above it.
  const isFolded = opened !== null || looking.look.layout === 'table';
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <h1 id="work" className="sr-only">
        {`${words.work.title}: ${looking.view.name}`}
      </h1>
      <div className={`flex min-h-0 ${isFolded ? 'max-2xl:hidden' : 'max-lg:hidden'}`}>
        <ViewsNav views={looking.views} view={looking.view} counts={counts} />
      </div>
      <section
        aria-labelledby="work"
        className={`flex min-h-0 min-w-0 flex-1 flex-col ${opened ? 'max-lg:hidden' : ''}`}
      >
        <Toolbar {...{ looking, found, facts, input, onNew }} hasNav={!isFolded} isTight={opened !== null} />
        {isEmpty ? (
          <NothingFound looking={looking} onNew={onNew} />
        ) : (
          <WorkBody {...shown} {...{ looking, found, moves, editing }} onEdit={setEditing} />
        )}
        {many.length > 0 && <ManyBar items={many} chosen={chosen} />}
      </section>
      {opened && (
        <div className="flex min-h-0 w-full flex-col lg:w-[30rem] lg:shrink-0 xl:w-[34rem]">
          <ItemPage key={opened} itemKey={opened} pane />
        </div>
      )}
      <Above what={above} {...{ looking, moves, facts }} lanes={shown.lanes} onClose={() => setAbove(null)} />
    </main>
  );
}

/** The sheet above the work: null, a new item, or one that is to be moved. */
type WhatAbove = 'new' | ItemSummary | null;
type AboveProps = Pick<WorkShown, 'lanes' | 'facts'> & {
  what: WhatAbove;
  looking: Looking;
  moves: Moves;
  onClose: () => void;
};

function Above({ what, looking, lanes, facts, moves, onClose }: AboveProps) {
  const created = (key: string) => {
    onClose();
    looking.open(key);
  };
  if (what === null) return null;
  if (what === 'new') return <NewItem onClose={onClose} onCreated={created} />;
  return <MoveDialog item={what} {...{ lanes, facts, moves, onClose }} />;
}

/** Everything that the page is drawn from. */
function useWorkPage(opened: string | null) {
  const looking = useLook();
  const facts = useFacts();
  const { look, showEnded } = looking;
  const found = useFound({ typed: look.filter, sort: look.sort, facts, showEnded });
  const group = look.layout === 'board' && look.group === 'none' ? 'state' : look.group;
  const lanes = useMemo(() => groupItems(found.items, group, facts, found.withEnded), [found, group, facts]);
  const order = useMemo(() => lanes.flatMap(({ items }) => items.map(({ id }) => id)), [lanes]);
  const chosen = useChosen(order);
  const moves = useMoves(group);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [editing, setEditing] = useState<Cursor | null>(null);
  const [above, setAbove] = useState<WhatAbove>(null);
  const input = useRef<HTMLInputElement>(null);
  const hands = useHands({ open: looking.open, toggle: chosen.toggle, setCursor, setAbove });
  const shown: WorkShown = { lanes, group, facts, hands, cursor, chosen: chosen.ids, opened };
  usePageKeys({ shown, looking, chosen, input, onEdit: setEditing, onNew: () => setAbove('new') });
  return { looking, facts, found, chosen, input, above, setAbove, shown, moves, editing, setEditing };
}

type Wires = Pick<Hands, 'open' | 'toggle'> & {
  setCursor: (cursor: Cursor | null) => void;
  setAbove: (item: ItemSummary) => void;
};

/** What rows can do, as one object that stays the same, so that a keystroke does not draw every row again. */
function useHands({ open, toggle, setCursor, setAbove }: Wires): Hands {
  const byKey = useRef(false);
  return useMemo(
    () => ({ open, point: setCursor, toggle, moveTo: setAbove, byKey }),
    [open, setCursor, toggle, setAbove],
  );
}
