import type { PolicyRule } from 'coact';
import { useSyncExternalStore } from 'react';
import { getState } from '../state/store.ts';

/** Rules that are being written and are not in force; kept while their writer looks elsewhere in the app. */
export type Draft = { version: number; rules: readonly PolicyRule[] };

let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

/** Of this reader alone: whoever signs in at the same screen later does not see it. */
const keyOf = (place: string) => `${getState().me?.id ?? ''} ${place}`;

/** Null forgets the draft of that place. */
export function setDraft(place: string, draft: Draft | null): void {
  const next = new Map(drafts);
  if (draft) next.set(keyOf(place), draft);
  else next.delete(keyOf(place));
  drafts = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDraft = (place: string): Draft | null =>
  useSyncExternalStore(subscribe, () => drafts.get(keyOf(place)) ?? null);
