import { useEffect, useRef } from 'react';
import { isCovered, isTyping } from '../frame/use-frame-keys.ts';

export type WorkActs = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** The keys of the work, by name; a name is the key with `shift ` or `ctrl ` before it. They rest while somebody types or a sheet is open. */
export function useWorkKeys(acts: WorkActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event) || isCovered() || isPressed(event)) return;
      const act = latest.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (ctrlKey || metaKey) return `ctrl ${key.toLowerCase()}`;
  return shiftKey ? `shift ${key.toLowerCase()}` : key;
}

/** Enter and the arrows belong to a control that has the focus, outside of the rows themselves. */
function isPressed({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || target.dataset['row'] !== undefined) return false;
  if (!/^(Enter| |Arrow.*|Home|End)$/.test(key)) return false;
  return (
    target.closest('button, a, summary, input, [role="tab"], [role="option"], [role="application"], .react-flow') !==
    null
  );
}
