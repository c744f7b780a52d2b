import { type RefObject, useEffect } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';
import { type Tab, tabs } from './item-tabs.tsx';

type Does = { editTitle: () => void; comment: () => void; menu: () => void; tab: (tab: Tab) => void };

/**
 * The keys of an item: everywhere when it is the page; beside the work only while the focus is within it, since the same
 * letters belong to the work otherwise.
 */
export function useItemKeys(root: RefObject<HTMLElement | null>, isPane: boolean, does: Does): void {
  useEffect(() => {
    const acts: Record<string, () => void> = { e: does.editTitle, c: does.comment, m: does.menu };
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || isCovered()) return;
      if (isPane && !(target instanceof Node && root.current?.contains(target))) return;
      const tab = tabs[Number(key) - 1];
      const act = acts[key] ?? (tab && (() => does.tab(tab)));
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
