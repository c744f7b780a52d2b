import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { act } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { ItemBar } from './item-bar.tsx';
import { loadOpened } from './load-opened.ts';
import { NoItem, type Why, whyOf } from './no-item.tsx';
import { Outline } from './outline.tsx';
import { useGone } from './use-gone.ts';

/** Fetched while the item itself is read: whoever never opens an item does not wait for it. */
const sheet = () => import('./item-sheet.tsx');
const ItemSheet = lazy(async () => ({ default: (await sheet()).ItemSheet }));

/** The whole of one item: a page of its own, or a pane beside the work. */
export function ItemPage({ itemKey, pane }: { itemKey: string; pane: boolean }) {
  const item = useStore(({ opened }) => (opened?.key === itemKey ? opened : null));
  const root = useRef<HTMLElement>(null);
  const { why, open } = useOpening(itemKey);
  const isGone = useGone(item);
  useTitle(pane ? null : (item?.title ?? itemKey));
  const Place = pane ? 'section' : 'main';
  return (
    <Place
      ref={root}
      aria-label={words.item.pageLabel(itemKey)}
      tabIndex={-1}
      className={`@container flex min-h-0 min-w-0 flex-1 flex-col bg-sheet outline-none ${pane ? 'border-line lg:border-l' : ''}`}
    >
      {item && !isGone ? (
        <Suspense
          fallback={
            <>
              <ItemBar itemKey={itemKey} pane={pane} />
              <Outline itemKey={itemKey} />
            </>
          }
        >
          <ItemSheet key={item.id} item={item} pane={pane} root={root} />
        </Suspense>
      ) : (
        <>
          <ItemBar itemKey={itemKey} pane={pane} />
          {isGone && <NoItem itemKey={itemKey} why="gone" onRetry={open} />}
          {!item && (why ? <NoItem itemKey={itemKey} why={why} onRetry={open} /> : <Outline itemKey={itemKey} />)}
        </>
      )}
    </Place>
  );
}

/** Reads the item when its key is another one; `why` says why it can't be shown. */
function useOpening(itemKey: string) {
  const [why, setWhy] = useState<Why | null>(null);
  const open = () => {
    setWhy(null);
    void sheet();
    act(() => loadOpened(itemKey)).catch((error: unknown) => setWhy(whyOf(error)));
  };
  useEffect(open, [itemKey]);
  return { why, open };
}

function useTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = words.item.documentTitle(title);
  }, [title]);
}
