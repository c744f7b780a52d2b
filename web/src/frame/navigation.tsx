import { Badge } from '../parts/badge.tsx';
import { Key } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { Menu, type MenuItem } from '../parts/menu.tsx';
import { toast } from '../parts/toast.ts';
import { go, type Page, useRoute } from '../state/route.ts';
import { troubleOf } from '../state/server.ts';
import { signOut } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { FeedMark } from './feed-mark.tsx';
import { Icon } from './icon.tsx';

const places = [
  'inbox',
  'work',
  'outcomes',
  'intake',
  'people',
  'authority',
  'decisions',
  'ledger',
  'settings',
] as const satisfies readonly Page[];
/** Guests come for the items that were shared with them. */
const forGuests: ReadonlySet<Page> = new Set<Page>(['inbox', 'work', 'settings']);
/** What a phone shows at its foot; the rest is behind *more*. */
const onPhone: ReadonlySet<Page> = new Set<Page>(['inbox', 'work', 'intake', 'people']);

type NavigationProps = { onPalette: () => void; onHelp: () => void };

/** Where one can go: a column on a desk, a bar at the foot on a phone. */
export function Navigation({ onPalette, onHelp }: NavigationProps) {
  const workspace = useStore(({ me }) => me?.workspace.name ?? '');
  const isGuest = useStore(({ me }) => me?.role === 'guest');
  return (
    <header className="flex shrink-0 border-line max-md:order-last max-md:border-t md:w-52 md:flex-col md:border-r md:p-3">
      <div className="flex items-center gap-2 px-2 max-md:hidden md:mt-1 md:mb-3">
        <img src="/favicon.svg" alt="" className="size-5" />
        <p className="min-w-0 flex-1 truncate font-semibold" title={workspace}>
          {workspace || 'Coact'}
        </p>
      </div>
      <button
        type="button"
        onClick={onPalette}
        className="mb-3 flex h-8 items-center gap-2 rounded-md border border-line bg-sheet px-2 text-muted hover:border-edge max-md:hidden"
      >
        <Icon name="search" />
        <span className="flex-1 truncate text-left text-sm">{words.frame.palette.open}</span>
        <Key>{isApple ? '⌘K' : 'Ctrl K'}</Key>
      </button>
      <nav
        aria-label={words.frame.navigation}
        className="flex md:flex-col md:gap-0.5 max-md:flex-1 max-md:justify-around"
      >
        {places
          .filter((page) => !isGuest || forGuests.has(page))
          .map((page) => (
            <Place key={page} page={page} />
          ))}
        <Account className="md:hidden" onPalette={onPalette} onHelp={onHelp} />
      </nav>
      <div className="mt-auto flex flex-col gap-2 max-md:hidden">
        <div className="pl-2">
          <FeedMark />
        </div>
        <Account className="max-md:hidden" onPalette={onPalette} onHelp={onHelp} />
      </div>
    </header>
  );
}

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

function Place({ page }: { page: (typeof places)[number] }) {
  const here = useRoute().page === page;
  return (
    <Link
      to={{ page, chosen: null }}
      aria-current={here ? 'page' : undefined}
      className={`flex h-8 items-center gap-2.5 rounded-md px-2 max-md:h-14 max-md:min-w-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:text-sm ${onPhone.has(page) ? '' : 'max-md:hidden'} ${here ? 'font-medium md:bg-hover' : 'text-muted hover:text-ink md:hover:bg-hover'}`}
    >
      <Icon name={page} />
      <span className="md:flex-1">{words.frame.pages[page]}</span>
      {page === 'inbox' && <Needs />}
      {page === 'intake' && <Triage />}
    </Link>
  );
}

const mark = 'rounded-full px-1.5 text-sm max-md:absolute max-md:translate-x-5 max-md:-translate-y-3';

function Needs() {
  const needs = useStore(({ inbox }) => inbox?.length ?? 0);
  if (needs === 0) return null;
  return (
    <span className={`${mark} bg-accent font-medium text-accent-ink`} aria-label={words.frame.needYou(needs)}>
      {needs}
    </span>
  );
}

let counted: { items: unknown; count: number } = { items: null, count: 0 };

function Triage() {
  const count = useStore(({ items }) => {
    if (counted.items !== items)
      counted = { items, count: [...(items?.values() ?? [])].filter(({ intake }) => intake).length };
    return counted.count;
  });
  if (count === 0) return null;
  return (
    <span className={`${mark} text-muted`} aria-label={words.frame.toTriage(count)}>
      {count}
    </span>
  );
}

function Account({ className, onPalette, onHelp }: NavigationProps & { className: string }) {
  const me = useStore((state) => state.me);
  const leave = () =>
    void signOut().catch((error: unknown) => {
      const { message, hint } = troubleOf(error);
      toast({ text: message, hint, look: 'trouble' });
    });
  const elsewhere = places.filter((page) => !onPhone.has(page));
  const items: MenuItem[] = [
    { text: words.frame.palette.open, hint: isApple ? '⌘K' : 'Ctrl K', onChoose: onPalette },
    ...elsewhere.map((page) => ({
      text: words.frame.pages[page],
      onChoose: () => go({ page, chosen: null }),
    })),
    { text: words.frame.pages.start, onChoose: () => go({ page: 'start', chosen: null }) },
    { text: words.frame.help.title, hint: '?', onChoose: onHelp },
    { text: words.frame.signOut, onChoose: leave },
  ];
  const trigger = (
    <button
      type="button"
      className={`flex items-center gap-2 rounded-md text-left md:h-10 md:border-t md:border-line md:px-2 max-md:h-14 max-md:min-w-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:text-sm hover:bg-hover ${className}`}
    >
      {me && <Badge id={me.id} as={words.frame.you} />}
      <span className="min-w-0 flex-1 truncate max-md:hidden">{me?.name}</span>
      <span className="text-muted md:hidden">{words.frame.more}</span>
      <span className="sr-only">{words.frame.account}</span>
    </button>
  );
  return <Menu trigger={trigger} label={words.frame.account} items={items} />;
}
