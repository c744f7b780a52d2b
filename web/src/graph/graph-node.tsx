import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { ItemSummary } from 'coact';
import { createContext, memo, use } from 'react';
import { Badge } from '../parts/badge.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { words } from '../words/index.ts';
import { Standing } from './standing.tsx';

export type GraphNode = Node<
  {
    item: ItemSummary;
    first: readonly ItemSummary[];
    holds: number;
    /** Its place in the longest chain, from 1; 0: not on it. */
    place: number;
    chain: number;
    folded: number;
    outside: boolean;
  },
  'item'
>;

type Here = {
  /** The id that the arrow keys stand on. */
  current: string | null;
  /** The key of the item that is open. */
  chosen: string | null;
  onFocus: (id: string) => void;
  onChoose: (key: string) => void;
};
export const GraphHere = createContext<Here>({ current: null, chosen: null, onFocus() {}, onChoose() {} });

/** One item in the picture. On the longest chain it has a thick edge and says its place; what lies outside has a dashed one. */
export const GraphNodeBox = memo(function GraphNodeBox({ id, data }: NodeProps<GraphNode>) {
  const { item, first, holds, place, chain, folded, outside } = data;
  const { current, chosen, onFocus, onChoose } = use(GraphHere);
  const graph = words.graph;
  const extra = [place > 0 && graph.inChain(place, chain), folded > 0 && graph.folded(folded), outside && graph.outside]
    .filter(Boolean)
    .join(' · ');
  const edge = place > 0 ? 'border-[3px] border-ink p-1.5' : 'border border-edge p-2';
  const ground = chosen === item.key ? 'bg-accent-soft' : 'bg-sheet hover:bg-hover';
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="opacity-0" />
      <button
        type="button"
        data-node={id}
        tabIndex={current === id ? 0 : -1}
        aria-current={chosen === item.key || undefined}
        onFocus={() => onFocus(id)}
        onClick={() => onChoose(item.key)}
        className={`flex h-full w-full flex-col gap-0.5 overflow-hidden rounded-md text-left text-sm ${edge} ${ground} ${outside ? 'border-dashed' : ''}`}
      >
        <span className="flex w-full items-center gap-1.5">
          <StateMark state={item.state} />
          <span className="key min-w-0 truncate text-muted">{item.key}</span>
          <span className="ml-auto flex gap-1">
            <Badge id={item.owner} as={graph.owner} />
            {item.executor && <Badge id={item.executor} as={graph.executor} />}
          </span>
        </span>
        <span className="line-clamp-1 w-full font-medium" title={item.title}>
          {item.title}
        </span>
        <span className={`w-full text-muted ${extra ? 'line-clamp-1' : 'line-clamp-2'}`}>
          <Standing item={item} first={first} holds={holds} />
        </span>
        {extra && <span className="line-clamp-1 w-full text-muted">{extra}</span>}
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} className="opacity-0" />
    </>
  );
});
