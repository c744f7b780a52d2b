import { type RefObject, useEffect } from 'react';
import type { Hands } from './hands.ts';

/** The focus goes with the cursor when it was moved by key, so that those who hear the page hear the row. */
export function useCursorFocus(element: RefObject<HTMLElement | null>, isCursor: boolean, { byKey }: Hands): void {
  useEffect(() => {
    if (isCursor && byKey.current && !isTypingNow()) element.current?.focus({ preventScroll: true });
  }, [isCursor, element, byKey]);
}

/** A row that comes back into sight takes the focus from nobody who types. */
const isTypingNow = () => document.activeElement?.matches('input:not([type="checkbox"]), textarea, select') ?? false;
