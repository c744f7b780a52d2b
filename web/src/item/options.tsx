import type { ItemSummary, Participant } from 'coact';
import { useMemo } from 'react';
import { Badge } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import type { Option } from './chooser.tsx';

/** As many as one can look through; more are found by typing on. */
const MOST = 40;

const wanted = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
const fits = (inside: string, parts: readonly string[]) => parts.every((part) => inside.includes(part));

/** Active participants whose name fits; `who` leaves out those who cannot be meant. */
export function usePeople(text: string, who: (one: Participant) => boolean): readonly Option[] {
  const people = useStore((state) => state.people);
  const parts = wanted(text);
  return [...people.values()]
    .filter((one) => one.status === 'active' && who(one) && fits(`${one.name} ${one.email ?? ''}`.toLowerCase(), parts))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map((one) => ({
      id: one.id,
      shown: (
        <>
          <Badge id={one.id} as={words.item.kinds[one.kind]} />
          <span className="min-w-0 flex-1 truncate">{one.name}</span>
          <span className="text-sm text-muted">{words.item.kinds[one.kind]}</span>
        </>
      ),
    }));
}

export const isPerson = ({ kind }: Participant): boolean => kind === 'human';

/** Items whose key or title fits, the newest first; a whole key comes before all, and finds ended work too. */
export function useItems(text: string, leftOut: ReadonlySet<string>): readonly Option[] {
  const items = useStore((state) => state.items);
  // At once, not when there is time: enter chooses the first of what is shown for what was typed.
  const found = useMemo(() => itemsFor(text, [...(items?.values() ?? [])], leftOut), [items, text, leftOut]);
  const key = keyIn(text);
  const { answer } = useQuery(key, async () => (key ? server.item.get({ id: key }) : null));
  const isNew = answer && answer.key === key && !leftOut.has(answer.id) && !found.some(({ id }) => id === answer.id);
  return (isNew ? [answer, ...found] : found).map((one) => ({
    id: one.id,
    shown: (
      <>
        <span className="key text-muted">{one.key}</span>
        <span className="min-w-0 flex-1 truncate">{one.title}</span>
        <StateMark state={one.state} />
      </>
    ),
  }));
}

const keyIn = (text: string) => /^\s*([a-z][a-z0-9]*-\d+)\s*$/i.exec(text)?.[1]?.toUpperCase() ?? '';

function itemsFor(text: string, items: readonly ItemSummary[], leftOut: ReadonlySet<string>): ItemSummary[] {
  const parts = wanted(text);
  const key = keyIn(text);
  const found = items.filter((one) => one.key === key && !leftOut.has(one.id));
  for (const one of items.toReversed()) {
    if (found.length === MOST) break;
    if (one.key === key || leftOut.has(one.id)) continue;
    if (fits(`${one.key} ${one.title}`.toLowerCase(), parts)) found.push(one);
  }
  return found;
}

/** Open outcomes whose title fits. */
export function useOutcomes(text: string): readonly Option[] {
  const outcomes = useStore((state) => state.outcomes);
  const parts = wanted(text);
  return [...outcomes.values()]
    .filter((one) => one.state === 'open' && fits(one.title.toLowerCase(), parts))
    .slice(0, MOST)
    .map((one) => ({ id: one.id, shown: one.title }));
}
