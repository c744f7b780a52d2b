import { useEffect } from 'react';
import { go, type Page } from '../state/route.ts';

const places: Record<string, Page> = {
  i: 'inbox',
  w: 'work',
  o: 'outcomes',
  t: 'intake',
  p: 'people',
  a: 'authority',
  d: 'decisions',
  l: 'ledger',
  s: 'settings',
};
/** How long after `g` the letter of the place may come. */
const CHORD_MS = 1_200;

/** Whether what has the focus takes letters for itself. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));

/** Whether a sheet lies above the page: its keys are not the page's. One that is on its way out takes none any more. */
export const isCovered = (): boolean =>
  document.querySelector('dialog[open], :is([role="dialog"], [role="menu"]):not([data-closed])') !== null;

/** The keys that work on every page. */
export function useFrameKeys({ palette, help }: { palette: () => void; help: () => void }): void {
  useEffect(() => {
    let chordUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      const { key } = event;
      if ((event.metaKey || event.ctrlKey) && key.toLowerCase() === 'k') {
        event.preventDefault();
        return palette();
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event) || isCovered()) return;
      const place = event.timeStamp < chordUntil ? places[key] : undefined;
      chordUntil = key === 'g' ? event.timeStamp + CHORD_MS : 0;
      if (place) {
        event.preventDefault();
        // The page that is left shall not take the letter for one of its own keys.
        event.stopImmediatePropagation();
        return go({ page: place, chosen: null });
      }
      if (key === '/') {
        event.preventDefault();
        go({ page: 'search', chosen: null });
      }
      if (key === '?') help();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [palette, help]);
}
