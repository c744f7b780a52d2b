import type { Page } from 'playwright-core';

/** Where the keyboard is: in words for whoever reads a failure, and whether an eye finds it. */
export type Focus = { at: string; isLost: boolean; isSeen: boolean };

/**
 * Where the focus is. Lost: on the page as a whole, so that the next Tab begins at the top. Seen: an outline is drawn around
 * it or around what it stands for, or it is a place to write in with its caret, or the part of the page that was just reached.
 */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const one = document.activeElement;
    const at = one
      ? `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 40)}"`
      : 'nothing';
    if (!one || one === document.body) return { at, isLost: true, isSeen: false };
    const hasOutline = (element: Element | null) =>
      element !== null && getComputedStyle(element).outlineStyle !== 'none';
    const isWriting = one.matches('textarea, input:not([type="radio"], [type="checkbox"])');
    const isPlace = one.matches('[tabindex="-1"]:not(button, a)');
    return { at, isLost: false, isSeen: hasOutline(one) || hasOutline(one.closest('label')) || isWriting || isPlace };
  });
