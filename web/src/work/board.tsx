import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { useWidth } from '../graph/use-width.ts';
import { count } from '../parts/format.ts';
import { getState } from '../state/store.ts';
import { words } from '../words/index.ts';
import type { Grouped } from './group.ts';
import { Lane } from './lane.tsx';
import { laneWidth } from './lane-width.ts';
import type { Moves } from './use-moves.ts';
import { useNarrow } from './use-narrow.ts';
import type { WorkShown } from './work-shown.ts';

type BoardProps = WorkShown & { moves: Moves; showEnded: (() => void) | null };

/** CSS pixels of the folded lane behind which ended work is, with its gap. */
const ENDED = 36;

/** The work in lanes, to be dragged where that is a legal act. */
export function Board({ lanes, group, facts, hands, cursor, chosen, opened, moves, showEnded }: BoardProps) {
  const [place, setPlace] = useState('');
  const holding = lanes.find(({ items }) => items.some(({ id }) => id === cursor?.id))?.value;
  const shown = lanes.some(({ value }) => value === place) ? place : (lanes[0]?.value ?? '');
  useEffect(() => {
    if (holding !== undefined) setPlace(holding);
  }, [holding]);
  useDrops(moves);
  const { width: room, measure } = useWidth();
  const isNarrow = useNarrow();
  const width = isNarrow ? null : laneWidth(room - (showEnded ? ENDED : 0), lanes.length);
  return (
    <>
      <LanePicker lanes={lanes} shown={shown} onPick={setPlace} />
      <div ref={measure} className="flex min-h-0 flex-1 gap-2 overflow-x-auto px-3 pt-2 max-md:px-2">
        {lanes.map((lane) => (
          <Lane
            key={lane.value}
            {...{ lane, group, facts, hands, cursor, chosen, opened }}
            refused={moves.refused?.lane === lane.value ? moves.refused : null}
            onDismiss={moves.dismiss}
            isShown={lane.value === shown}
            width={width}
          />
        ))}
        {showEnded && (
          <button
            type="button"
            onClick={showEnded}
            className="mb-2 flex w-7 shrink-0 items-center rounded-lg py-2.5 text-sm text-muted [writing-mode:vertical-rl] hover:bg-hover hover:text-ink max-md:hidden"
          >
            {words.work.lane.showEnded}
          </button>
        )}
      </div>
    </>
  );
}

/** On a phone one lane at a time, so that nothing scrolls sideways. */
function LanePicker({
  lanes,
  shown,
  onPick,
}: {
  lanes: readonly Grouped[];
  shown: string;
  onPick: (value: string) => void;
}) {
  return (
    <div className="px-3 pt-2 md:hidden">
      <select
        aria-label={words.work.lane.scrollNote}
        value={shown}
        onChange={({ target }) => onPick(target.value)}
        className="h-10 w-full rounded-md border border-edge bg-sheet px-2 text-[16px]"
      >
        {lanes.map(({ value, title, items }) => (
          <option key={value} value={value}>
            {title} · {count(items.length)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A card may be let go over any lane of the board. */
function useDrops(moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const lane = location.current.dropTargets[0]?.data['lane'];
          const item = getState().items?.get(String(source.data['item']));
          if (typeof lane === 'string' && item) void latest.current.move(item, lane);
        },
      }),
    [],
  );
}
