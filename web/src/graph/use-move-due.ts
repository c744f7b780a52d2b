import type { ItemSummary } from 'coact';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { date } from '../parts/format.ts';
import { useNow } from '../parts/use-now.ts';
import { actOn } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { shiftDays } from './spans.ts';
import { isOpen } from './work-graph.ts';

/** Whether the reader may say when open work is due: their own, or anybody's. */
export const useMayDate = (item: ItemSummary): boolean =>
  useStore(({ me }) => me !== null && isOpen(item) && (me.role === 'admin' || item.owner === me.id));

type Moving = { item: ItemSummary; /** Pixels for a day. */ day: number };

/** A due date that is pulled along the days, or moved by arrow keys; nothing is sent before it is let go. */
export function useMoveDue({ item, day }: Moving) {
  const [days, setDays] = useState(0);
  const pulledFrom = useRef<number | null>(null);
  const now = useNow();
  const due = item.due === null ? null : shiftDays(item.due, days);
  const keep = () => {
    pulledFrom.current = null;
    setDays(0);
    if (due !== null && due !== item.due) void moveDue(item, due, now);
  };
  const takeBack = () => {
    pulledFrom.current = null;
    setDays(0);
  };
  const handle = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pulledFrom.current = event.clientX;
    },
    onPointerMove: ({ clientX }: PointerEvent) => {
      if (pulledFrom.current !== null) setDays(Math.round((clientX - pulledFrom.current) / day));
    },
    onPointerUp: keep,
    onPointerCancel: takeBack,
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      const act = step
        ? () => setDays(days + step * (event.shiftKey ? 7 : 1))
        : { Enter: keep, Escape: takeBack }[event.key];
      if (!act || event.metaKey || event.ctrlKey || event.altKey || (event.key === 'Escape' && days === 0)) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
  };
  return { due, handle };
}

/** Says when it is due, as long as nobody has changed it meanwhile; undoing says what was said before. */
export function moveDue(item: ItemSummary, due: string, now: number): Promise<boolean> {
  const { id, key, version, due: before } = item;
  return actOn({
    item: id,
    shows: { due, overdue: Date.parse(due) < now },
    call: () => server.item.update({ id, due }, { ifMatch: version }),
    said: words.timeline.moved(key, date(due, now)),
    undo: () => server.item.update({ id, due: before }, { ifMatch: '*' }),
  });
}
