import type { ItemSummary } from 'coact';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import { Badge } from '../parts/badge.tsx';
import { percent } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { words } from '../words/index.ts';
import { Doer } from './doer.tsx';
import { Dots } from './dots.tsx';
import { DueMark } from './due-mark.tsx';
import type { Facts } from './filter/facts.ts';
import type { Hands } from './hands.ts';
import type { Group } from './look.ts';
import { NeedsLine } from './needs-line.tsx';
import { SelectBox } from './select-box.tsx';
import { useCursorFocus } from './use-cursor-focus.ts';

type CardProps = {
  item: ItemSummary;
  group: Group;
  facts: Facts;
  hands: Hands;
  isCursor: boolean;
  isChosen: boolean;
  isOpened: boolean;
};

/** One item on the board: what it is, who is accountable and who does it, and what it needs. */
export const Card = memo(function Card({ item, group, facts, hands, isCursor, isChosen, isOpened }: CardProps) {
  const { element, isDragged } = useDrag(item.id);
  useCursorFocus(element, isCursor, hands);
  const edge =
    isChosen || isOpened
      ? 'border-accent bg-accent-soft'
      : isCursor
        ? 'border-edge bg-sheet'
        : 'border-line bg-sheet hover:border-edge';
  return (
    <div
      ref={element}
      data-row=""
      tabIndex={isCursor ? 0 : -1}
      onClick={(event) => {
        hands.point({ id: item.id, column: null });
        if (event.shiftKey) return hands.toggle(item.id, true);
        if (event.target instanceof Element && event.target.closest('button, input, label, a')) return;
        hands.open(item.key);
      }}
      className={`cursor-grab rounded-lg border px-2.5 py-2 outline-offset-1 ${edge} ${isDragged ? 'opacity-50' : ''}`}
    >
      <Head {...{ item, group, hands, isChosen }} />
      <Link
        to={{ page: 'items', chosen: item.key }}
        tabIndex={-1}
        draggable={false}
        title={item.title}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          if (!event.shiftKey) hands.open(item.key);
        }}
        className="mt-0.5 line-clamp-2 font-medium [overflow-wrap:anywhere]"
      >
        {item.title}
      </Link>
      <p className="mt-0.5 line-clamp-2 text-sm text-muted empty:hidden">
        <NeedsLine item={item} facts={facts} />
      </p>
      <Foot item={item} group={group} />
    </div>
  );
});

function Head({ item, group, hands, isChosen }: Pick<CardProps, 'item' | 'group' | 'hands' | 'isChosen'>) {
  const { id, key, priority } = item;
  const { card } = words.work;
  return (
    <div className="flex items-center gap-2">
      <SelectBox itemKey={key} checked={isChosen} onToggle={(range) => hands.toggle(id, range)} />
      <span className="key text-muted">{key}</span>
      <span className="ml-auto truncate text-sm text-muted">
        {group !== 'priority' && priority !== null && priority < 2 && words.common.priorityWord(priority)}
      </span>
      <button
        type="button"
        tabIndex={-1}
        aria-label={card.moveLabel(key)}
        title={card.moveTo}
        onClick={() => hands.moveTo(item)}
        className="-my-1 -mr-1 grid size-6 shrink-0 place-items-center rounded text-muted hover:bg-hover hover:text-ink max-md:-my-2 max-md:size-10"
      >
        <Dots />
      </button>
    </div>
  );
}

/** On one line, however narrow the lane is: how far it is as a bar, and in figures where there is room. */
function Foot({ item, group }: { item: ItemSummary; group: Group }) {
  const { owner, executor, assignee, risk, state, run } = item;
  const { card } = words.work;
  const done = run?.progress == null ? null : card.progress(percent(run.progress));
  return (
    <div className="@container mt-1.5">
      <div className="flex items-center gap-x-2 text-sm whitespace-nowrap text-muted">
        <Badge id={owner} as={card.owner} />
        <Doer executor={executor} assignee={assignee} />
        {group !== 'state' && <StateMark state={state} />}
        {done && (
          <span className="@max-[14rem]:sr-only" title={done}>
            {done}
          </span>
        )}
        <span className="ml-auto flex min-w-0 gap-x-2">
          {group !== 'risk' && (risk === 'high' || risk === 'critical') && (
            <span className="truncate">{words.common.risks[risk]}</span>
          )}
          <DueMark item={item} bare />
        </span>
      </div>
      {run?.progress != null && (
        <progress
          className="meter mt-1.5 block w-full"
          aria-label={done ?? ''}
          title={done ?? ''}
          value={run.progress}
        />
      )}
    </div>
  );
}

function useDrag(item: string) {
  const element = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ item }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [item]);
  return { element, isDragged };
}
