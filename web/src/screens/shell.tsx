import { type ReactNode, useEffect } from 'react';
import { Inbox } from '../inbox/inbox.tsx';
import { Items } from '../items/items.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go, pathOf, type Route, useRoute } from '../state/route.ts';
import { signOut } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { FeedMark } from './feed-mark.tsx';

/** The frame of the signed-in page: where one can go, who is here, and whether what is shown is live. */
export function Shell() {
  const { page, chosen } = useRoute();
  const needs = useStore(({ inbox }) => inbox?.length ?? 0);
  const workspace = useStore(({ me }) => me?.workspace.name ?? '');
  useEffect(() => {
    document.title = `${needs > 0 ? `(${needs}) ` : ''}${page === 'items' ? 'Items' : 'Inbox'} · Coact`;
  }, [needs, page]);
  return (
    <div className="flex h-full flex-col md:flex-row">
      <header className="flex shrink-0 items-center gap-1 border-line px-2 max-md:border-b md:w-52 md:flex-col md:items-stretch md:border-r md:p-3">
        <p className="flex items-center gap-2 px-2 font-semibold md:mt-1 md:mb-4" title={workspace}>
          <img src="/favicon.svg" alt="" className="size-5" />
          <span className="truncate max-md:sr-only">{workspace || 'Coact'}</span>
        </p>
        <nav aria-label="Pages" className="flex gap-1 md:flex-col">
          <Place to="inbox" here={page}>
            Inbox
            {needs > 0 && (
              <span
                className="rounded-full bg-accent px-1.5 text-sm font-medium text-accent-ink"
                aria-label={`${needs} need you`}
              >
                {needs}
              </span>
            )}
          </Place>
          <Place to="items" here={page}>
            Items
          </Place>
        </nav>
        <Reader />
      </header>
      {page === 'items' ? <Items chosen={chosen} /> : <Inbox chosen={chosen} />}
    </div>
  );
}

function Place({ to, here, children }: { to: Route['page']; here: Route['page']; children: ReactNode }) {
  const route: Route = { page: to, chosen: null };
  return (
    <a
      href={pathOf(route)}
      aria-current={to === here ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        go(route);
      }}
      className={`flex h-8 items-center justify-between gap-2 rounded-md px-2 max-md:h-11 max-md:px-3 ${to === here ? 'bg-hover font-medium' : 'text-muted hover:bg-hover hover:text-ink'}`}
    >
      {children}
    </a>
  );
}

function Reader() {
  const me = useStore((state) => state.me);
  const { busy, trouble, run } = useAct();
  return (
    <div className="ml-auto flex items-center gap-2 md:mt-auto md:ml-0 md:flex-col md:items-stretch">
      <FeedMark />
      <div className="flex items-center gap-2 border-line md:border-t md:pt-3 md:pl-2">
        {me && <Badge id={me.id} as="You" />}
        <span className="min-w-0 flex-1 truncate max-md:hidden">{me?.name}</span>
        <Button
          look="quiet"
          disabled={busy}
          onClick={() => void run(signOut)}
          className="shrink-0 max-md:px-2 md:-mr-1 md:px-2 md:text-sm"
        >
          Sign out
        </Button>
      </div>
      <TroubleNote trouble={trouble} />
    </div>
  );
}
