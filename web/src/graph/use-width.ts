import { useCallback, useState } from 'react';

/** How wide an element is, in CSS pixels; 0 until it is known. A picture that has no room is not drawn at all. */
export function useWidth(): { width: number; measure: (element: HTMLElement | null) => void } {
  const [width, setWidth] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    // At once: what is drawn before the watch first tells would jump to its place afterwards.
    setWidth(contentWidth(element));
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { width, measure };
}

function contentWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Math.round(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}
