import type { ItemSummary } from 'coact';
import { memo, type MouseEvent, useRef } from 'react';
import { Badge } from '../parts/badge.tsx';
import { pathOf } from '../state/route.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { Age } from '../parts/time.tsx';
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

type ListRowProps = {
  item: ItemSummary;
  index: number;
  group: Group;
  facts: Facts;
  hands: Hands;
  isCursor: boolean;
  isChosen: boolean;
  isOpened: boolean;
};

/** What all rows have in common of their columns; where the rows stand by state, each need not say it again. */
const tracks =
  'grid h-full items-center gap-x-3 px-4 @max-3xl:grid-cols-[1rem_5rem_minmax(0,3fr)_minmax(0,2fr)_3.25rem_1.5rem] @max-xl:grid-cols-[1rem_minmax(0,1fr)_auto_2.5rem] @max-xl:content-center @max-xl:gap-y-0.5';
const wide = {
  withState:
    'grid-cols-[1rem_5rem_6.5rem_minmax(0,1fr)_minmax(0,32rem)_3.25rem_3rem_1.5rem] @max-5xl:grid-cols-[1rem_5rem_6.5rem_minmax(0,1fr)_minmax(0,17rem)_3.25rem_1.5rem]',
  byState:
    'grid-cols-[1rem_5rem_minmax(0,1fr)_minmax(0,32rem)_3.25rem_3rem_1.5rem] @max-5xl:grid-cols-[1rem_5rem_minmax(0,1fr)_minmax(0,20rem)_3.25rem_1.5rem]',
};

/** One item on a line: where it stands, what it needs, whose it is and who does it. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { item, index, group, hands, isCursor, isChosen, isOpened } = props;
  const element = useRef<HTMLDivElement>(null);
  useCursorFocus(element, isCursor, hands);
  const ground = isOpened || isChosen ? 'bg-accent-soft' : isCursor ? 'bg-hover' : 'hover:bg-hover';
  return (
    <div
      ref={element}
      role="row"
      data-row=""
      tabIndex={isCursor || index < 2 ? 0 : -1}
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      onClick={(event) => click(event, item, hands)}
      className={`${tracks} ${wide[group === 'state' ? 'byState' : 'withState']} border-b border-line -outline-offset-2 ${ground}`}
    >
      <Cells {...props} />
      <span role="gridcell" className="@max-xl:row-start-1 @max-xl:col-start-4 @max-xl:text-right">
        <button
          type="button"
          tabIndex={-1}
          aria-label={words.work.card.moveLabel(item.key)}
          title={words.work.card.moveTo}
          onClick={() => hands.moveTo(item)}
          className="grid size-6 place-items-center rounded text-muted hover:bg-line hover:text-ink max-md:-my-2 max-md:size-10"
        >
          <Dots />
        </button>
      </span>
    </div>
  );
});

function Cells({ item, group, facts, hands, isChosen }: ListRowProps) {
  const { id, key, title, state, owner, executor, assignee, createdAt } = item;
  const { card } = words.work;
  return (
    <>
      <span role="gridcell" className="flex">
        <SelectBox itemKey={key} checked={isChosen} onToggle={(range) => hands.toggle(id, range)} />
      </span>
      <span role="gridcell" className="key text-muted @max-xl:hidden">
        {key}
      </span>
      {group !== 'state' && (
        <span role="gridcell" className="flex @max-3xl:hidden">
          <StateMark state={state} />
        </span>
      )}
      <span role="gridcell" className="min-w-0 truncate">
        <a href={pathOf({ page: 'items', chosen: key })} tabIndex={-1} title={title}>
          {title}
        </a>
      </span>
      <span
        role="gridcell"
        className="flex min-w-0 gap-x-3 text-sm text-muted @max-xl:order-1 @max-xl:col-span-3 @max-xl:col-start-2"
      >
        <span className="min-w-0 flex-1 truncate">
          <span className="hidden @max-xl:inline">
            <span className="key">{key}</span>
            {group !== 'state' && ` · ${words.common.states[state]}`}{' '}
          </span>
          <NeedsLine item={item} facts={facts} />
        </span>
        <Facets item={item} group={group} />
      </span>
      <span role="gridcell" className="flex gap-1">
        <Badge id={owner} as={card.owner} />
        <Doer executor={executor} assignee={assignee} />
      </span>
      <span role="gridcell" className="text-right text-muted @max-5xl:hidden">
        <Age at={createdAt} />
      </span>
    </>
  );
}

/** What stands out, at the right of the middle; labels only where there is much room. */
function Facets({ item, group }: { item: ItemSummary; group: Group }) {
  const { priority, risk, labels } = item;
  const { priorityWord, risks } = words.common;
  return (
    <span className="flex shrink-0 gap-x-2 whitespace-nowrap">
      {labels.slice(0, 1).map((label) => (
        <span key={label} className="max-w-24 truncate rounded border border-line px-1 @max-5xl:hidden">
          {label}
        </span>
      ))}
      {group !== 'priority' && priority !== null && priority < 2 && <span>{priorityWord(priority)}</span>}
      {group !== 'risk' && (risk === 'high' || risk === 'critical') && <span>{risks[risk]}</span>}
      <DueMark item={item} />
    </span>
  );
}

/** A click opens beside the list; with shift it chooses up to here, with the platform's key it opens a tab of its own. */
export function click(event: MouseEvent, item: ItemSummary, hands: Hands): void {
  if (event.metaKey || event.ctrlKey) return;
  hands.byKey.current = false;
  hands.point({ id: item.id, column: null });
  if (event.target instanceof Element && event.target.closest('button, input, select, label')) return;
  event.preventDefault();
  if (event.shiftKey) hands.toggle(item.id, true);
  else hands.open(item.key);
}
