import type { InboxEntry } from 'coact';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { Key } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Batch } from './batch.tsx';
import { InboxRow } from './inbox-row.tsx';
import { RequestEnded } from './request-ended.tsx';
import { RequestSheet } from './request-sheet.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';

const says = words.inbox;

/** Everything that needs the reader, the most costly to leave first, and beside it what the chosen one asks. */
export function Inbox({ chosen }: { chosen: string | null }) {
  const inbox = useStore((state) => state.inbox);
  const detail = useRef<HTMLElement>(null);
  const { selected, select, clear } = useSelection(inbox);
  useInboxKeys({ inbox, chosen, detail, select });
  useFirst(inbox?.[0]?.id, chosen);
  useFocusKept(detail, chosen);
  if (!inbox) return <main className="flex-1" aria-busy="true" />;

  const entry = inbox.find(({ id }) => id === chosen);
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        aria-labelledby="inbox"
        className={`flex min-h-0 flex-col border-line md:w-[23rem] md:shrink-0 md:border-r ${chosen ? 'max-md:hidden' : 'max-md:w-full'}`}
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
        className={`min-w-0 flex-1 overflow-y-auto bg-sheet ${chosen ? '' : 'max-md:hidden'}`}
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

/** An answer takes the control away that gave it: whoever was there goes on at what is asked next. */
function useFocusKept(detail: RefObject<HTMLElement | null>, chosen: string | null) {
  const wasThere = useRef(false);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      wasThere.current = target instanceof Node && detail.current?.contains(target) === true;
    };
    addEventListener('focusin', onFocus);
    return () => removeEventListener('focusin', onFocus);
  }, [detail]);
  useEffect(() => {
    if (wasThere.current && document.activeElement === document.body) detail.current?.focus();
  }, [detail, chosen]);
}

/** Beside the list there is room for the first; on a phone the list comes first. It is chosen for good, so that a costlier one that arrives does not push it away. */
function useFirst(first: string | undefined, chosen: string | null) {
  useEffect(() => {
    if (first && !chosen && matchMedia('(min-width: 48rem)').matches)
      go({ page: 'inbox', chosen: first }, { replace: true });
  }, [first, chosen]);
}

function NothingNeedsYou() {
  const knowsWork = useStore(({ items }) => (items?.size ?? 0) > 0);
  return (
    <Empty title={says.nothing}>
      {knowsWork ? (
        says.nothingNote
      ) : (
        <Link to={{ page: 'start', chosen: null }} className="text-accent underline underline-offset-2">
          {says.begin}
        </Link>
      )}
    </Empty>
  );
}
