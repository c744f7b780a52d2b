import { useCallback, useMemo, useRef, useState } from 'react';

export type Chosen = {
  ids: ReadonlySet<string>;
  toggle: (id: string, upTo: boolean) => void;
  all: () => void;
  none: () => void;
};

/** Which rows are chosen for one act. What is no longer shown is no longer chosen: nobody acts on what they do not see. */
export function useChosen(shown: readonly string[]): Chosen {
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set());
  const last = useRef<string | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const ids = useMemo(() => {
    if (picked.size === 0) return picked;
    const seen = new Set(shown);
    return new Set([...picked].filter((id) => seen.has(id)));
  }, [picked, shown]);
  const toggle = useCallback((id: string, upTo: boolean) => {
    const range = upTo ? between(latest.current, last.current, id) : [];
    last.current = id;
    setPicked((before) => {
      const now = new Set(before);
      for (const one of range) now.add(one);
      if (range.length === 0 && !now.delete(id)) now.add(id);
      return now;
    });
  }, []);
  const all = useCallback(() => setPicked(new Set(latest.current)), []);
  const none = useCallback(() => setPicked(new Set()), []);
  return useMemo(() => ({ ids, toggle, all, none }), [ids, toggle, all, none]);
}

function between(shown: readonly string[], from: string | null, to: string): string[] {
  const [a, b] = [shown.indexOf(from ?? to), shown.indexOf(to)];
  return a < 0 || b < 0 ? [] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}
