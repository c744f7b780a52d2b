import type { Brief, Item, ItemReference } from 'coact';
import { useMemo, useState } from 'react';
import { ItemLink } from '../parts/item-link.tsx';
import { percent } from '../parts/format.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Chooser } from './chooser.tsx';
import { Small } from './criterion-row.tsx';
import { inTurn } from './in-turn.ts';
import { may } from './may.ts';
import { useItems } from './options.tsx';
import { Section } from './section.tsx';
import { showItem } from './show-item.ts';

/** What this waits for, what waits for this, and its parts. */
export function Dependencies({ item }: { item: Item }) {
  return (
    <>
      <Blockers item={item} />
      <Dependants item={item} />
      <Parts item={item} />
    </>
  );
}

function Blockers({ item }: { item: Item }) {
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () => server.item.brief({ id: item.id }));
  const { busy, trouble: refused, run } = useAct();
  const [isOpen, setOpen] = useState(false);
  const open = useStore((state) => state.blockers.get(item.id));
  const leftOut = useMemo(() => new Set([item.id, ...(open ?? [])]), [item.id, open]);
  const blockers = answer?.dependencies ?? [];
  const mayRemove = may(item, 'item.undepend') && !busy;
  return (
    <Section
      title={words.item.blockers}
      aside={
        may(item, 'item.depend') && <Add label={words.item.addTo(words.item.blockers)} onAdd={() => setOpen(true)} />
      }
    >
      {answer && blockers.length === 0 && <p className="text-muted">{words.item.noBlockers}</p>}
      <ul>
        {blockers.map((one) => (
          <li key={one.key} className="flex items-center gap-2 py-0.5">
            <Related item={one} />
            {mayRemove && (
              <Small
                label={words.item.removeBlocker(one.key)}
                sign="✕"
                onPress={() =>
                  void run(() =>
                    inTurn(item.id, async () =>
                      showItem(await server.item.undepend({ id: item.id, blocker: one.key })),
                    ),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={refused ?? trouble} />
      <Chooser
        title={words.item.addBlocker}
        placeholder={words.item.itemPlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        useOptions={(text) => useItems(text, leftOut)}
        onChoose={(blocker) => {
          setOpen(false);
          if (blocker)
            void run(() =>
              inTurn(item.id, async () => showItem(await server.item.depend({ id: item.id, blockedBy: [blocker] }))),
            );
        }}
      />
    </Section>
  );
}

function Dependants({ item }: { item: Item }) {
  const blockers = useStore((state) => state.blockers);
  const items = useStore((state) => state.items);
  const waiting = useMemo(
    () => [...blockers].filter(([, waitsFor]) => waitsFor.includes(item.id)).flatMap(([id]) => items?.get(id) ?? []),
    [blockers, items, item.id],
  );
  if (waiting.length === 0) return null;
  return (
    <Section title={words.item.dependants}>
      <References items={waiting} />
    </Section>
  );
}

function Parts({ item }: { item: Item }) {
  const changes = useStore((state) => state.openedChanges);
  const { answer } = useQuery(`${item.id}.${changes}`, () => server.item.children({ id: item.id }));
  if (!answer || answer.items.length === 0) return null;
  const { done, total, progress } = answer;
  return (
    <Section title={words.item.parts}>
      <p className="mb-1 flex items-center gap-3 text-muted">
        {progress !== null && (
          <progress className="meter w-32" value={progress} max={1} aria-label={words.item.progress} />
        )}
        {words.item.partsDone(done, total, progress === null ? '' : percent(progress))}
      </p>
      <References items={answer.items} />
    </Section>
  );
}

const References = ({ items }: { items: readonly ItemReference[] }) => (
  <ul>
    {items.map((one) => (
      <li key={one.id} className="flex items-center gap-2 py-0.5">
        <Related item={one} />
      </li>
    ))}
  </ul>
);

const Related = ({ item: { key, title, state } }: { item: ItemReference | Brief['dependencies'][number] }) => (
  <>
    <span className="min-w-0 flex-1 truncate" title={title}>
      <ItemLink itemKey={key}>{title}</ItemLink>
    </span>
    <span className="text-sm">
      <StateMark state={stateIn(state)} />
    </span>
  </>
);

/** The brief gives the state as text for whatever reads it; it is one of the six. */
const stateIn = (state: string) => state as ItemReference['state'];

const Add = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <button
    type="button"
    aria-label={label}
    onClick={onAdd}
    className="min-h-6 rounded px-1.5 text-sm text-accent hover:bg-hover"
  >
    {words.item.add}
  </button>
);
