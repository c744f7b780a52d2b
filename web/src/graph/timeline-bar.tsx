import { date } from '../parts/format.ts';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words/index.ts';
import { DAY, type Span } from './spans.ts';
import type { TimeScale } from './time-scale.ts';
import { datesOf, standsIn } from './timeline-words.ts';
import { useMayDate, useMoveDue } from './use-move-due.ts';

type BarProps = {
  span: Span;
  scale: TimeScale;
  /** Up to where the days are in sight, in pixels. */
  sight: number;
};

/** Pixels that a letter of the words after a bar takes at most, and between both. */
const [LETTER, AIR] = [7, 10];

/** From when to when, and after it in words how that stands. What is late has a hatched tail up to today, and a pointed mark. */
export function TimelineBar({ span, scale, sight }: BarProps) {
  const { item, from, due, late } = span;
  const now = useNow();
  const mayMove = useMayDate(item);
  const { due: moved, handle } = useMoveDue({ item, day: scale.day });
  const end = moved === null ? null : Date.parse(moved);
  const left = scale.x(from);
  const right = Math.max(scale.x(end ?? now), left + 6);
  const tail = late !== null && end === due ? scale.x(now) : right;
  const says = end !== due && moved ? words.timeline.due(date(moved, now)) : standsIn(span, now);
  const hasRoom = tail > sight || tail + 2 * AIR + says.length * LETTER <= sight;
  return (
    <>
      <span
        aria-hidden="true"
        title={datesOf(span, now)}
        className={`absolute top-1/2 h-3.5 -translate-y-1/2 border ${end === null ? 'rounded-l-sm border-r-0 border-dashed border-edge' : 'rounded-sm border-edge'} ${item.state === 'draft' ? 'border-dashed bg-sheet' : item.run ? 'bg-edge' : 'bg-hover'}`}
        style={{ left, width: right - left }}
      />
      {tail > right && (
        <span
          aria-hidden="true"
          className="absolute top-1/2 h-3.5 -translate-y-1/2 border-y border-r border-fail bg-[repeating-linear-gradient(135deg,var(--fail)_0_1px,transparent_1px_5px)]"
          style={{ left: right, width: tail - right }}
        />
      )}
      {moved && mayMove && <DueHandle itemKey={item.key} due={moved} x={right} handle={handle} />}
      {moved && !mayMove && (
        <span
          aria-hidden="true"
          className="absolute top-1/2 h-5 w-1 -translate-x-1/2 -translate-y-1/2 rounded-sm bg-muted"
          style={{ left: right }}
        />
      )}
      <span
        className={`pointer-events-none absolute top-1/2 -translate-y-1/2 text-sm whitespace-nowrap ${late === null ? 'text-muted' : 'font-medium text-fail'} ${hasRoom ? '' : 'rounded-sm bg-paper px-1'}`}
        style={hasRoom ? { left: tail + AIR } : { right: scale.width - tail + AIR }}
      >
        {late !== null && <span aria-hidden="true">▲ </span>}
        <span className="sr-only">{datesOf(span, now)}, </span>
        {says}
      </span>
    </>
  );
}

/** The year 2199, in days since 1970: a due date has no end, but a slider needs one. */
const LAST_DAY = 84_000;

type HandleProps = { itemKey: string; due: string; x: number; handle: ReturnType<typeof useMoveDue>['handle'] };

/** What the due date is pulled by. */
function DueHandle({ itemKey, due, x, handle }: HandleProps) {
  const now = useNow();
  const { move, moveHelp, due: says } = words.timeline;
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={move(itemKey)}
      aria-valuemin={0}
      aria-valuemax={LAST_DAY}
      aria-valuenow={Math.round(Date.parse(due) / DAY)}
      aria-valuetext={says(date(due, now))}
      title={`${says(date(due, now))}. ${moveHelp}`}
      className="absolute top-1/2 z-10 h-6 w-3 -translate-x-1/2 -translate-y-1/2 cursor-ew-resize touch-none before:absolute before:inset-x-1 before:inset-y-0.5 before:rounded-sm before:bg-accent"
      style={{ left: x }}
      {...handle}
    />
  );
}
