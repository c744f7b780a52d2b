import { type FocusEventHandler, useEffect, useRef } from 'react';
import { Badge } from '../parts/badge.tsx';
import { number } from '../parts/format.ts';
import { words } from '../words/index.ts';
import type { OutcomeNode } from './outcome-tree.ts';
import { VerifiedBar } from './verified-bar.tsx';

type RowProps = {
  node: OutcomeNode;
  isChosen: boolean;
  /** Where the keys of the tree stand. */
  isCurrent: boolean;
  isClosed: boolean;
  onFocus: FocusEventHandler;
  onChoose: () => void;
  onToggle: () => void;
};

/** One outcome in the tree: who answers for it, its first measure, and how much of its work is verified. */
export function OutcomeRow({ node, isChosen, isCurrent, isClosed, onFocus, onChoose, onToggle }: RowProps) {
  const { outcome, level, below, done, all } = node;
  const row = useRef<HTMLDivElement>(null);
  const outcomes = words.outcomes;
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <div
      ref={row}
      role="treeitem"
      data-outcome={outcome.id}
      aria-level={level}
      aria-selected={isChosen}
      aria-expanded={below.length > 0 ? !isClosed : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onClick={onChoose}
      className={`flex cursor-pointer gap-1 border-b border-line py-2 pr-4 -outline-offset-2 ${isChosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
      style={{ paddingLeft: `${Math.min(level, 8) * 0.875}rem` }}
    >
      <span
        aria-hidden="true"
        title={
          below.length === 0 ? undefined : isClosed ? outcomes.expand(outcome.title) : outcomes.collapse(outcome.title)
        }
        onClick={(event) => {
          if (below.length === 0) return;
          event.stopPropagation();
          onToggle();
        }}
        className="w-5 shrink-0 text-center text-muted select-none"
      >
        {below.length > 0 && (isClosed ? '▸' : '▾')}
      </span>
      <span className="min-w-0 flex-1">
        <span className={`line-clamp-2 ${level === 1 ? 'font-medium' : ''}`}>{outcome.title}</span>
        <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          {outcome.state !== 'open' && <span>{outcomes.states[outcome.state]}</span>}
          <VerifiedBar done={done} all={all} />
          <FirstMeasure node={node} />
        </span>
      </span>
      <Badge id={outcome.owner} as={outcomes.owner} />
    </div>
  );
}

function FirstMeasure({ node: { outcome } }: { node: OutcomeNode }) {
  const [first] = outcome.measures;
  if (!first) return null;
  const { name, unit, current, target } = first;
  return (
    <span className="min-w-0 truncate">
      {name}: <span className="text-ink">{number(current)}</span> → {words.outcomes.withUnit(number(target), unit)}
    </span>
  );
}
