import { type ComponentType, lazy } from 'react';
import { Inbox } from '../inbox/inbox.tsx';
import { ItemPage } from '../item/item-page.tsx';
import { useIsEmpty } from '../start/use-is-empty.ts';
import type { Page } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { Work } from '../work/work.tsx';

type Shows = ComponentType<{ chosen: string | null }>;

const Start: Shows = lazy(async () => ({ default: (await import('../start/start.tsx')).Start }));

const Item: Shows = ({ chosen }) =>
  chosen ? <ItemPage key={chosen} itemKey={chosen} pane={false} /> : <Work chosen={null} />;

/** Whoever has no work yet is shown how to begin. */
const Home: Shows = ({ chosen }) => {
  const isEmpty = useIsEmpty();
  const hasInbox = useStore(({ inbox }) => (inbox?.length ?? 0) > 0);
  return isEmpty && !hasInbox && chosen === null ? <Start chosen={null} /> : <Inbox chosen={chosen} />;
};

/** Which component shows which page. What most people see first comes with the page; the rest when it is wanted. */
export const pages: Record<Exclude<Page, 'setup' | 'reset' | 'connect'>, Shows> = {
  inbox: Home,
  items: Item,
  work: Work,
  outcomes: lazy(async () => ({ default: (await import('../outcomes/outcomes.tsx')).Outcomes })),
  intake: lazy(async () => ({ default: (await import('../intake/intake.tsx')).Intake })),
  people: lazy(async () => ({ default: (await import('../people/people.tsx')).People })),
  authority: lazy(async () => ({ default: (await import('../authority/authority.tsx')).Authority })),
  decisions: lazy(async () => ({ default: (await import('../decisions/decisions.tsx')).Decisions })),
  ledger: lazy(async () => ({ default: (await import('../ledger/ledger.tsx')).Ledger })),
  search: lazy(async () => ({ default: (await import('../search/search.tsx')).Search })),
  settings: lazy(async () => ({ default: (await import('../settings/settings.tsx')).Settings })),
  start: Start,
};
