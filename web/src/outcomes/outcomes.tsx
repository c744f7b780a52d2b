import { useEffect, useMemo, useState } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { OutcomeDialog } from './outcome-form.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { OutcomeSheet } from './outcome-sheet.tsx';
import { inSight, type OutcomeNode, outcomeTree } from './outcome-tree.ts';

/** What the work is for: results that are wanted, each under the one it is a part of, with how far it is. */
export function Outcomes({ chosen }: { chosen: string | null }) {
  const outcomes = useStore((state) => state.outcomes);
  const mayAdd = useStore(({ me }) => me?.abilities.includes('outcome.create') ?? false);
  const [withEnded, setWithEnded] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const tree = useMemo(() => outcomeTree(outcomes.values()), [outcomes]);
  const shown = useMemo(
    () => outcomeTree([...outcomes.values()].filter(({ id, state }) => withEnded || state === 'open' || id === chosen)),
    [outcomes, withEnded, chosen],
  );
  useOutcomeKeys(() => mayAdd && setAdding(true));
  useFirst(shown[0]?.outcome.id, chosen);
  const node = inSight(tree, new Set()).find(({ outcome }) => outcome.id === chosen);
  const begin = mayAdd ? () => setAdding(true) : null;
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      {chosen && <h1 className="sr-only md:hidden">{words.outcomes.title}</h1>}
      <Side {...{ shown, chosen, begin, withEnded, setWithEnded }} />
      <section className={`min-w-0 flex-1 overflow-y-auto bg-sheet ${chosen ? '' : 'max-md:hidden'}`}>
        {node && <OutcomeSheet key={node.outcome.id} node={node} />}
        {!node && chosen && <Empty title={words.outcomes.gone}>{words.outcomes.goneNote}</Empty>}
        {!node && !chosen && shown.length > 0 && <Empty title={words.outcomes.choose} />}
      </section>
      {isAdding && (
        <OutcomeDialog
          outcome={null}
          parent={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false);
            go({ page: 'outcomes', chosen: id });
          }}
        />
      )}
    </main>
  );
}

type SideProps = {
  shown: readonly OutcomeNode[];
  chosen: string | null;
  /** Null: the reader may not write outcomes. */
  begin: (() => void) | null;
  withEnded: boolean;
  setWithEnded: (withEnded: boolean) => void;
};

/** The tree at the side; on a phone it makes place for the chosen one. */
const Side = ({ shown, chosen, begin, withEnded, setWithEnded }: SideProps) => (
  <section
    aria-labelledby="outcomes"
    className={`flex min-h-0 flex-col border-line md:w-104 md:shrink-0 md:border-r ${chosen ? 'max-md:hidden' : 'max-md:w-full'}`}
  >
    <header className="flex min-h-12 shrink-0 items-center justify-between gap-2 border-b border-line px-4">
      <h1 id="outcomes" className="font-semibold">
        {words.outcomes.title}
      </h1>
      {begin && (
        <Button hint="n" onClick={begin}>
          {words.outcomes.add}
        </Button>
      )}
    </header>
    {shown.length === 0 ? (
      <Empty title={words.outcomes.none}>{words.outcomes.noneNote}</Empty>
    ) : (
      <OutcomeList tree={shown} chosen={chosen} />
    )}
    <label className="flex min-h-10 shrink-0 items-center gap-2 border-t border-line px-4 text-sm text-muted">
      <input
        type="checkbox"
        checked={withEnded}
        onChange={({ target }) => setWithEnded(target.checked)}
        className="accent-accent"
      />
      {words.outcomes.withEnded}
    </label>
  </section>
);

/** Beside the tree there is room for the first; on a phone the tree comes first. */
function useFirst(first: string | undefined, chosen: string | null) {
  useEffect(() => {
    if (first && !chosen && matchMedia('(min-width: 48rem)').matches)
      go({ page: 'outcomes', chosen: first }, { replace: true });
  }, [first, chosen]);
}

/** n begins a new one; j and k go to the tree, which walks on by them. */
function useOutcomeKeys(begin: () => void) {
  useEffect(() => {
    const acts: Record<string, () => void> = { n: begin, j: toTree, k: toTree };
    const onKey = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (!act || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(event) || isCovered()) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [begin]);
}

const toTree = () => document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
