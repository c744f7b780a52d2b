import { type KeyboardEvent, useRef, useState } from 'react';
import { go } from '../state/route.ts';
import { words } from '../words/index.ts';
import { OutcomeRow } from './outcome-row.tsx';
import { inSight, type OutcomeNode } from './outcome-tree.ts';

type ListProps = { tree: readonly OutcomeNode[]; chosen: string | null };

/** The tree: up and down walk it, left and right close and open, enter opens the outcome. */
export function OutcomeList({ tree, chosen }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [stood, setStood] = useState<string | null>(null);
  const nodes = inSight(tree, closed);
  const current = nodes.find(({ outcome }) => outcome.id === (stood ?? chosen)) ?? nodes[0];
  const toggle = (id: string) => setClosed(closed.symmetricDifference(new Set([id])));
  const focus = (id: string | null | undefined) =>
    id && list.current?.querySelector<HTMLElement>(`[data-outcome="${id}"]`)?.focus();
  const choose = (id: string) => go({ page: 'outcomes', chosen: id }, { replace: chosen !== null });

  const onKey = (event: KeyboardEvent) => {
    if (!current || event.metaKey || event.ctrlKey || event.altKey) return;
    const { outcome, below, parent } = current;
    const isClosed = closed.has(outcome.id);
    const step = (by: number) => focus(nodes[nodes.indexOf(current) + by]?.outcome.id);
    const open = () => (below.length > 0 && isClosed ? toggle(outcome.id) : focus(below[0]?.outcome.id));
    const close = () => (below.length > 0 && !isClosed ? toggle(outcome.id) : focus(parent));
    const acts: Record<string, () => void> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      j: () => step(1),
      k: () => step(-1),
      Home: () => focus(nodes[0]?.outcome.id),
      End: () => focus(nodes.at(-1)?.outcome.id),
      ArrowRight: open,
      ArrowLeft: close,
      Enter: () => choose(outcome.id),
      ' ': () => choose(outcome.id),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={list}
      role="tree"
      aria-label={words.outcomes.tree}
      onKeyDown={onKey}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      {nodes.map((node) => (
        <OutcomeRow
          key={node.outcome.id}
          node={node}
          isChosen={node.outcome.id === chosen}
          isCurrent={node === current}
          isClosed={closed.has(node.outcome.id)}
          onFocus={() => setStood(node.outcome.id)}
          onChoose={() => choose(node.outcome.id)}
          onToggle={() => toggle(node.outcome.id)}
        />
      ))}
    </div>
  );
}
