import type { ItemSummary, Participant } from 'coact';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { loadEnded } from '../state/load.ts';
import { noticeExpiry } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import type { Filter } from './filter-bar.tsx';

const isEnded = (state: Filter['state']) => state === 'done' || state === 'cancelled';

/** The items that the filter lets through: open work by urgency and age, ended work by when it ended. */
export function useFound({ state, text }: Filter): ItemSummary[] {
  const items = useStore((all) => all.items);
  const people = useStore((all) => all.people);
  const words = useDeferredValue(text);
  useEffect(() => {
    if (isEnded(state)) loadEnded().catch(noticeExpiry);
  }, [state]);
  return useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (item: ItemSummary) =>
      isIn(item, state) && (wanted.length === 0 || hasAll(textOf(item, people), wanted));
    return [...(items?.values() ?? [])].filter(matches).sort(isEnded(state) ? byUpdate : byUrgency);
  }, [items, people, words, state]);
}

function isIn(item: ItemSummary, state: Filter['state']): boolean {
  if (state === 'open') return !isEnded(item.state);
  return state === 'stuck' ? !isEnded(item.state) && (item.blocked || item.waiting) : item.state === state;
}

function textOf(
  { key, title, labels, owner, executor }: ItemSummary,
  people: ReadonlyMap<string, Participant>,
): string {
  const names = [owner, executor ?? ''].map((id) => people.get(id)?.name ?? '');
  return [key, title, ...labels, ...names].join(' ').toLowerCase();
}

const hasAll = (text: string, wanted: readonly string[]) => wanted.every((word) => text.includes(word));

const byUpdate = (a: ItemSummary, b: ItemSummary) => b.updatedAt.localeCompare(a.updatedAt);
const byUrgency = (a: ItemSummary, b: ItemSummary) =>
  (a.priority ?? 9) - (b.priority ?? 9) || a.createdAt.localeCompare(b.createdAt);
