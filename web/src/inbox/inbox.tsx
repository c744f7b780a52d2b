import type { InboxEntry } from 'coact';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { Key } from '../parts/button.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Batch } from './batch.tsx';
import { InboxRow } from './inbox-row.tsx';
import { NothingNeedsYou } from './nothing-needs-you.tsx';
import { RequestEnded } from './request-ended.tsx';
import { RequestSheet } from './request-sheet.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';

const says = words.inbox;

/** Everything that needs the reader, the most costly to leave first, and beside it what the chosen one asks. */
export function Inbox({ chosen }: { chosen: string | null }) {
  const inbox = useStore((state) => state.inbox);
  const detail = useRef<HTMLElement>(null);
  const list = useRef<HTMLElement>(null);
  const { selected, select, clear } = useSelection(inbox);
  useInboxKeys({ inbox, chosen, detail, select });
  useFirst(inbox?.[0]?.id, chosen);
  useFocusKept({ detail, list, chosen });
  if (!inbox) return <main className="flex-1" aria-busy="true" />;

  const entry = inbox.find(({ id }) => id === chosen);
  const isAlone = inbox.length === 0 && !chosen;
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        ref={list}
        aria-labelledby="inbox"
        tabIndex={-1}
        className={`flex min-h-0 flex-col border-line ${isAlone ? 'w-full' : 'md:w-[23rem] md:shrink-0 md:border-r'} ${chosen ? 'max-md:hidden' : 'max-md:w-full'}`}
      >
        <h1
          id="inbox"
          className="flex h-12 shrink-0 items-center justify-between border-b border-line px-4 font-semibold"
        >
          {says.title}
          <span className="text-sm font-normal text-muted">{inbox.length > 0 && says.order}</span>
        </h1>
        {inbox.length === 0 ? (
          <NothingNeedsYou />
        ) : (
          <ol className="min-h-0 flex-1 overflow-y-auto">
            {inbox.map((one) => (
              <InboxRow
                key={one.id}
                entry={one}
                chosen={one.id === chosen}
                selected={selected.includes(one)}
                onSelect={select}
              />
            ))}
          </ol>
        )}
        {selected.length > 0 ? <Batch entries={selected} onClear={clear} /> : inbox.length > 0 && <Keys />}
      </section>
      <section
        ref={detail}
        aria-label={says.asked}
        tabIndex={-1}
        className={`min-w-0 flex-1 overflow-y-auto bg-sheet ${isAlone ? 'hidden' : chosen ? '' : 'max-md:hidden'}`}
      >
        {entry && <RequestSheet key={entry.id} entry={entry} />}
        {!entry && chosen && <RequestEnded key={chosen} id={chosen} />}
      </section>
    </main>
  );
}

/** What is selected and still there to be answered. */
function useSelection(inbox: readonly InboxEntry[] | null) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const select = useCallback((id: string) => setIds((before) => before.symmetricDifference(new Set([id]))), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return { selected: (inbox ?? []).filter(({ id }) => ids.has(id)), select, clear };
}

/** What the keyboard does here; phones have none. */
const Keys = () => (
  <p className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 text-sm text-muted max-md:hidden">
    {says.keys.slice(0, 5).map(({ keys, text }) => (
      <span key={keys}>
        <Key>{keys}</Key> {text}
      </span>
    ))}
  </p>
);

type FocusKept = { detail: RefObject<HTMLElement | null>; list: RefObject<HTMLElement | null>; chosen: string | null };

/** An answer takes the control away that gave it: whoever was there goes on at what is asked next, or at the list where that is alone. */
function useFocusKept({ detail, list, chosen }: FocusKept) {
  const wasThere = useRef(false);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      wasThere.current = target instanceof Node && detail.current?.contains(target) === true;
    };
    addEventListener('focusin', onFocus);
    return () => removeEventListener('focusin', onFocus);
  }, [detail]);
  useEffect(() => {
    if (wasThere.current && document.activeElement === document.body)
      (detail.current?.checkVisibility() ? detail : list).current?.focus();
  }, [detail, list, chosen]);
}

/** Beside the list there is room for the first; on a phone the list comes first. It is chosen for good, so that a costlier one that arrives does not push it away. */
function useFirst(first: string | undefined, chosen: string | null) {
  useEffect(() => {
    if (first && !chosen && matchMedia('(min-width: 48rem)').matches)
      go({ page: 'inbox', chosen: first }, { replace: true });
  }, [first, chosen]);
}
