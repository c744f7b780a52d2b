import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { count } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { Card } from './card.tsx';
import type { Facts } from './filter/facts.ts';
import type { Grouped } from './group.ts';
import type { Cursor, Hands } from './hands.ts';
import { LaneLoad } from './lane-load.tsx';
import type { Group } from './look.ts';
import { NotMoved, type Refused } from './not-moved.tsx';

type LaneProps = {
  lane: Grouped;
  group: Group;
  facts: Facts;
  hands: Hands;
  cursor: Cursor | null;
  chosen: ReadonlySet<string>;
  opened: string | null;
  /** What was dropped here and could not be. */
  refused: Refused | null;
  onDismiss: () => void;
  /** On a phone one lane is shown at a time. */
  isShown: boolean;
  /** CSS pixels; null: its share of the room. */
  width: number | null;
};

/** One lane of the board: as many cards as are in sight, whatever it holds. */
export function Lane(props: LaneProps) {
  const { lane, group, facts, hands, cursor, chosen, opened, refused, onDismiss, isShown, width } = props;
  const { title, items, value } = lane;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const isOver = useDrop(section, value);
  return (
    <section
      ref={section}
      aria-labelledby={id}
      style={width === null ? undefined : { width, flex: 'none' }}
      className={`flex min-h-0 max-w-96 min-w-0 flex-1 flex-col rounded-lg border max-md:max-w-none ${isOver ? 'border-accent bg-accent-soft' : 'border-transparent'} ${isShown ? '' : 'max-md:hidden'}`}
    >
      <h2 className="flex h-9 shrink-0 items-center gap-2 px-2 font-medium">
        <span id={id} className={group === 'state' ? 'shrink-0' : 'truncate'}>
          {title}
        </span>
        <span className="font-normal text-muted tabular-nums">{count(items.length)}</span>
        <LaneLoad lane={lane} group={group} facts={facts} />
      </h2>
      {refused && <NotMoved refused={refused} facts={facts} onDismiss={onDismiss} />}
      <Cards
        {...{ items, group, facts, hands, cursor, chosen, opened }}
        label={words.work.lane.label(title, items.length)}
      />
    </section>
  );
}

type CardsProps = Pick<LaneProps, 'group' | 'facts' | 'hands' | 'cursor' | 'chosen' | 'opened'> & {
  items: Grouped['items'];
  label: string;
};

/** Of a card with one line of title; each is measured when it is drawn. */
const USUAL_HEIGHT = 92;

function Cards({ items, label, group, facts, hands, cursor, chosen, opened }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const cards = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    gap: 6,
    overscan: 4,
    paddingEnd: 16,
  });
  const at = cursor === null ? -1 : items.findIndex(({ id }) => id === cursor.id);
  useEffect(() => {
    if (at >= 0) cards.scrollToIndex(at, { align: 'auto' });
  }, [at, cards]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-1">
      {items.length === 0 && <p className="px-1.5 py-1 text-sm text-muted">{words.work.nothing.lane}</p>}
      <div role="list" aria-label={label} className="relative" style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return (
            item && (
              <div
                key={key}
                ref={cards.measureElement}
                role="listitem"
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Card
                  {...{ item, group, facts, hands }}
                  isCursor={item.id === cursor?.id}
                  isChosen={chosen.has(item.id)}
                  isOpened={item.key === opened}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function useDrop(section: RefObject<HTMLElement | null>, lane: string): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!section.current) return;
    return dropTargetForElements({
      element: section.current,
      getData: () => ({ lane }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [section, lane]);
  return isOver;
}
