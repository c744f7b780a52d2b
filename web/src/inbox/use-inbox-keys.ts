import type { InboxEntry } from 'coact';
import { type RefObject, useEffect } from 'react';
import { go } from '../state/route.ts';

type KeysOptions = {
  inbox: readonly InboxEntry[] | null;
  chosen: string | null;
  detail: RefObject<HTMLElement | null>;
  select: (id: string) => void;
};

/**
 * j and k walk the list, x selects, o opens the item, enter goes to the first control of what is asked; a, r and e go to the
 * control that accepts, returns or escalates, which the forms mark with `data-key`. A marked control with `data-press` is
 * pressed, any other one focused.
 */
export function useInboxKeys({ inbox, chosen, detail, select }: KeysOptions): void {
  useEffect(() => {
    const walk = (step: number) => {
      const at = inbox?.findIndex(({ id }) => id === chosen) ?? -1;
      const next = inbox?.[Math.max(0, at + step)];
      if (next) go({ page: 'inbox', chosen: next.id }, { replace: true });
    };
    const reach = (selector: string) => {
      const control = detail.current?.querySelector<HTMLElement>(selector);
      control?.focus();
      if (control?.dataset['press'] !== undefined) control.click();
    };
    const key = inbox?.find(({ id }) => id === chosen)?.itemKey;
    const acts: Record<string, () => void> = {
      j: () => walk(1),
      k: () => walk(-1),
      x: () => chosen && select(chosen),
      o: () => key && go({ page: 'items', chosen: key }),
      a: () => reach('[data-key="a"]'),
      r: () => reach('[data-key="r"]'),
      e: () => reach('[data-key="e"]'),
      Enter: () => reach('form :is(button, input, textarea, select)'),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (!act || event.metaKey || event.ctrlKey || event.altKey || isBusy(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [inbox, chosen, detail, select]);
}

/** Whether the key belongs to what has the focus: somebody types, or presses a button or link. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('dialog[open], [role="dialog"], [role="menu"]')) return true;
  if (key === 'Enter' && target.closest('button, a, input, summary')) return !target.closest('a[aria-current]');
  return target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
}
