import { useEffect, useRef } from 'react';
import { Key } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { InboxRow } from './inbox-row.tsx';
import { RequestEnded } from './request-ended.tsx';
import { RequestSheet } from './request-sheet.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';

/** Everything that needs the reader, the most costly to leave first, and beside it what the chosen one asks. */
export function Inbox({ chosen }: { chosen: string | null }) {
  const inbox = useStore((state) => state.inbox);
  const detail = useRef<HTMLElement>(null);
  useInboxKeys(inbox, chosen, detail);
  useFirst(inbox?.[0]?.id, chosen);
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
          Inbox
          <span className="text-sm font-normal text-muted">{inbox.length > 0 && 'the most costly to leave first'}</span>
        </h1>
        {inbox.length === 0 ? (
          <NothingNeedsYou />
        ) : (
          <ol className="min-h-0 flex-1 overflow-y-auto">
            {inbox.map((one) => (
              <InboxRow key={one.id} entry={one} chosen={one.id === chosen} />
            ))}
          </ol>
        )}
        {inbox.length > 0 && <Keys />}
      </section>
      <section
        ref={detail}
        aria-label="What is asked"
        tabIndex={-1}
        className={`min-w-0 flex-1 overflow-y-auto bg-sheet ${chosen ? '' : 'max-md:hidden'}`}
      >
        {entry && <RequestSheet key={entry.id} entry={entry} />}
        {!entry && chosen && <RequestEnded key={chosen} id={chosen} />}
      </section>
    </main>
  );
}

/** What the keyboard does here; phones have none. */
const Keys = () => (
  <p className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 text-sm text-muted max-md:hidden">
    <span>
      <Key>j</Key> <Key>k</Key> next, previous
    </span>
    <span>
      <Key>↵</Key> answer
    </span>
    <span>
      <Key>a</Key> accept
    </span>
    <span>
      <Key>r</Key> return
    </span>
  </p>
);

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
    <Empty title="Nothing needs you.">
      {knowsWork ? (
        'Questions, deliveries to verify and work offered to you will appear here by themselves.'
      ) : (
        <>
          Import a backlog: <code className="key rounded bg-hover px-1 py-0.5 text-ink">coact import beads FILE</code>
        </>
      )}
    </Empty>
  );
}
