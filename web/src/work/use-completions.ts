import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { type Completion, completionsOf } from './filter/complete.ts';
import type { Facts } from './filter/facts.ts';

type Typing = {
  value: string;
  onType: (value: string) => void;
  facts: Facts;
  input: RefObject<HTMLInputElement | null>;
};

/** What could come next in the filter: shown while typing, walked by arrows, taken by enter or tab. */
export function useCompletions({ value, onType, facts, input }: Typing) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [at, setAt] = useState(-1);
  const offered = useMemo(() => (cursor === null ? [] : completionsOf(value, cursor, facts)), [value, cursor, facts]);
  const close = () => {
    setCursor(null);
    setAt(-1);
  };
  const take = ({ insert, at: from, end, key }: Completion) => {
    const isWhole = !insert.endsWith(':');
    const next = `${value.slice(0, from)}${insert}${isWhole && key && value.slice(end) === '' ? ' ' : ''}`;
    onType(next + value.slice(end));
    setAt(-1);
    setCursor(next.length);
    requestAnimationFrame(() => input.current?.setSelectionRange(next.length, next.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[at];
    if (step && offered.length > 0) setAt((now) => walk(now, step, offered.length));
    else if (step) return setCursor(input.current?.selectionStart ?? value.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else return;
    event.preventDefault();
  };
  return { offered, at, take, close, onKeyDown, look: setCursor };
}

/** Round and round, with one place where nothing is chosen, so that enter means what is typed. */
const walk = (at: number, step: number, count: number) => ((at + 1 + step + count + 1) % (count + 1)) - 1;
