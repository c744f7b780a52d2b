import type { ItemSummary } from 'coact';
import { useEffect } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';
import { go } from '../state/route.ts';

type Keys = { drafts: readonly ItemSummary[]; chosen: string | null; onToggle: (id: string) => void };

/** j and k walk the drafts, x chooses one for an act on several; a, m and d press what is marked with them. */
export function useIntakeKeys({ drafts, chosen, onToggle }: Keys): void {
  useEffect(() => {
    const at = drafts.findIndex(({ key }) => key === chosen);
    const walk = (step: number) => {
      const next = drafts[Math.max(0, at + step)];
      if (next) go({ page: 'intake', chosen: next.key }, { replace: true });
    };
    const acts: Record<string, () => void> = {
      j: () => walk(1),
      k: () => walk(-1),
      x: () => drafts[at] && onToggle(drafts[at].id),
      a: () => press('a'),
      m: () => press('m'),
      d: () => press('d'),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (!act || event.metaKey || event.ctrlKey || event.altKey || isTyping(event) || isCovered()) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [drafts, chosen, onToggle]);
}

/** What is chosen for an act on several comes before what is looked at. */
function press(key: string): void {
  const control =
    document.querySelector<HTMLElement>(`[data-batch="${key}"]`) ??
    document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  control?.click();
}
