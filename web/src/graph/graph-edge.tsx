import { type Edge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo, use } from 'react';
import { words } from '../words/index.ts';
import { GraphHere } from './graph-node.tsx';

export type GraphEdge = Edge<
  {
    kind: 'blocks' | 'part';
    /** Both ends follow each other in the longest chain. */
    isChain: boolean;
    says: string;
  },
  'link'
>;

/** From what comes first to what waits: thick on the longest chain, dashed to the parent of a part. Its words show where one stands. */
export const GraphEdgeLine = memo(function GraphEdgeLine({ source, target, data, ...ends }: EdgeProps<GraphEdge>) {
  const { current } = use(GraphHere);
  const [path, x, y] = getBezierPath(ends);
  if (!data) return null;
  const isHere = current === source || current === target;
  const look = data.isChain ? 'stroke-ink stroke-[3.5]' : isHere ? 'stroke-ink stroke-2' : 'stroke-edge stroke-1';
  return (
    <g>
      <title>{data.says}</title>
      <path
        d={path}
        markerEnd={`url(#${data.isChain || isHere ? 'coact-arrow-here' : 'coact-arrow'})`}
        className={`fill-none ${look} ${data.kind === 'part' ? '[stroke-dasharray:6_4]' : ''}`}
      />
      {isHere && (
        <text
          x={x}
          y={y - 4}
          textAnchor="middle"
          className="fill-muted stroke-paper stroke-[4px] text-sm [paint-order:stroke]"
        >
          {words.graph.edge[data.kind]}
        </text>
      )}
    </g>
  );
});

/** The heads of the arrows; their size does not grow with the line. */
export const ArrowHeads = () => (
  <svg aria-hidden="true" className="absolute size-0">
    <defs>
      {(
        [
          ['coact-arrow', 'fill-edge'],
          ['coact-arrow-here', 'fill-ink'],
        ] as const
      ).map(([id, look]) => (
        <marker
          key={id}
          id={id}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="12"
          markerHeight="12"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" className={look} />
        </marker>
      ))}
    </defs>
  </svg>
);
