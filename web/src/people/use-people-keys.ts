import { type RefObject, useEffect, useRef } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';
import { go } from '../state/route.ts';

export type PeopleKeys = {
  /** Ids of people and teams in the order in which they are shown. */
  ids: readonly string[];
  chosen: string | null;
  search: RefObject<HTMLInputElement | null>;
  detail: RefObject<HTMLElement | null>;
  /** What the letters a, p and t do; nothing where the reader may not. */
  acts: Readonly<Partial<Record<'a' | 'p' | 't', () => void>>>;
};

/** j and k walk the directory, enter goes into what is shown, escape closes it, f goes to the search, letters add. */
export function usePeopleKeys(given: PeopleKeys): void {
  const latest = useRef(given);
  latest.current = given;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isCovered()) return;
      if (isTyping(event)) return event.key === 'Escape' ? (event.target as HTMLElement).blur() : undefined;
      const act = actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function actOf({ key, target }: KeyboardEvent, { ids, chosen, search, detail, acts }: PeopleKeys) {
  const walk = (step: number) => () => {
    const at = chosen === null ? -1 : ids.indexOf(chosen);
    const next = ids[Math.max(0, at + step)];
    if (next) go({ page: 'people', chosen: next }, { replace: chosen !== null });
  };
  const onControl = target instanceof HTMLElement && target.closest('button, summary, a:not([aria-current])') !== null;
  const keys: Record<string, (() => void) | undefined> = {
    j: walk(1),
    k: walk(-1),
    f: () => search.current?.focus(),
    e: () => detail.current?.querySelector<HTMLElement>('[data-key="e"]')?.click(),
    Enter: onControl ? undefined : () => detail.current?.querySelector<HTMLElement>('button, a')?.focus(),
    Escape: chosen === null ? undefined : () => go({ page: 'people', chosen: null }),
    a: acts.a,
    p: acts.p,
    t: acts.t,
  };
  return keys[key];
}
