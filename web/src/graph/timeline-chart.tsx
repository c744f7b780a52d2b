import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Badge } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { words } from '../words/index.ts';
import type { Span } from './spans.ts';
import type { TimeScale } from './time-scale.ts';
import { TimelineBar } from './timeline-bar.tsx';

/** CSS pixels. */
export const LABEL = 272;
export const ROW = 36;

export type ChartProps = {
  spans: readonly Span[];
  scale: TimeScale;
  now: number;
  chosen: string | null;
  onChoose: (key: string) => void;
  /** Another number brings today into sight. */
  look: number;
};

/** Bars under the days. It is a table too: each row says its item and when, so that it can be heard. */
export function TimelineChart({ spans, scale, now, chosen, onChoose, look }: ChartProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: spans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => spans[index]?.item.id ?? index,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  const today = scale.x(now);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box) box.scrollLeft = today - (box.clientWidth - LABEL) / 3;
    // Today moves by itself; only another zoom, or a wish, moves what is in sight.
  }, [scale.day, look]);
  const { sight, follow } = useSight(scroller, scale);
  const at = spans.findIndex(({ item }) => item.key === chosen);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  return (
    <div ref={scroller} onScroll={follow} className="relative min-h-0 flex-1 overflow-auto" tabIndex={-1}>
      <div
        role="table"
        aria-label={words.timeline.title}
        aria-rowcount={spans.length + 1}
        className="relative flex min-h-full flex-col"
        style={{ width: LABEL + scale.width }}
      >
        <Head scale={scale} today={today} />
        <Lines scale={scale} today={today} />
        <div role="rowgroup" className="relative shrink-0" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const span = spans[index];
            return (
              span && (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  className="absolute inset-x-0 top-0 flex h-9 border-b border-line/60"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Label span={span} isChosen={span.item.key === chosen} onChoose={onChoose} />
                  <span role="cell" className="relative flex-1">
                    <TimelineBar span={span} scale={scale} sight={sight} />
                  </span>
                </div>
              )
            );
          })}
        </div>
        <div aria-hidden="true" className="sticky left-0 z-10 w-68 flex-1 border-r border-line bg-paper" />
      </div>
    </div>
  );
}

/** Up to where the days are in sight, in pixels of the scale; `follow` is told when that moves. */
function useSight(scroller: RefObject<HTMLElement | null>, scale: TimeScale) {
  const [sight, setSight] = useState(Infinity);
  const follow = useCallback(() => {
    const box = scroller.current;
    if (box) setSight(box.scrollLeft + box.clientWidth - LABEL);
  }, [scroller]);
  useLayoutEffect(follow, [follow, scale]);
  return { sight, follow };
}

type LabelProps = { span: Span; isChosen: boolean; onChoose: (key: string) => void };

const Label = ({ span: { item }, isChosen, onChoose }: LabelProps) => (
  <span
    role="rowheader"
    className={`sticky left-0 z-20 flex w-68 shrink-0 items-center gap-2 border-r border-line px-3 ${isChosen ? 'bg-accent-soft' : 'bg-paper hover:bg-hover'}`}
  >
    <span className="w-4 shrink-0 overflow-hidden">
      <StateMark state={item.state} />
    </span>
    <button
      type="button"
      onClick={() => onChoose(item.key)}
      aria-current={isChosen || undefined}
      className="flex min-w-0 flex-1 items-baseline gap-2 -outline-offset-2 before:absolute before:inset-0"
      title={item.title}
    >
      <span className="key text-muted">{item.key}</span>
      <span className="truncate">{item.title}</span>
    </button>
    <Badge id={item.owner} as={words.graph.owner} />
  </span>
);

function Head({ scale, today }: { scale: TimeScale; today: number }) {
  const { columns, today: word } = words.timeline;
  return (
    <div role="row" className="sticky top-0 z-30 flex h-9 shrink-0 border-b border-line bg-paper text-sm text-muted">
      <span
        role="columnheader"
        className="sticky left-0 z-10 flex w-68 shrink-0 items-center border-r border-line bg-paper px-3"
      >
        {columns.item}
      </span>
      <span role="columnheader" className="relative flex-1 overflow-hidden">
        <span className="sr-only">{`${columns.from} – ${columns.due}`}</span>
        <span aria-hidden="true">
          {scale.ticks.map(
            ({ x, label }) =>
              label && (
                <span key={x} className="absolute top-2 pl-1 whitespace-nowrap" style={{ left: x }}>
                  {label}
                </span>
              ),
          )}
          <span
            className="absolute top-1.5 -translate-x-1/2 rounded-sm bg-ink px-1 font-medium text-sheet"
            style={{ left: today }}
          >
            {word}
          </span>
        </span>
      </span>
    </div>
  );
}

const Lines = ({ scale, today }: { scale: TimeScale; today: number }) => (
  <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-68">
    {scale.ticks.map(({ x, isMajor }) => (
      <span key={x} className={`absolute inset-y-0 w-px ${isMajor ? 'bg-line' : 'bg-line/50'}`} style={{ left: x }} />
    ))}
    <span className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink" style={{ left: today }} />
  </div>
);
