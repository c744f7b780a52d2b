import '@xyflow/react/dist/base.css';
import { ReactFlow, ReactFlowProvider, useReactFlow, type Viewport } from '@xyflow/react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import { ArrowHeads, GraphEdgeLine } from './graph-edge.tsx';
import { GraphHere, GraphNodeBox } from './graph-node.tsx';
import { NODE } from './place.ts';
import { type Drawing, useFlow } from './use-flow.ts';
import { isStep, walk } from './walk.ts';

const nodeTypes = { item: GraphNodeBox };
const edgeTypes = { link: GraphEdgeLine };
/** Smaller, and nothing can be read. */
const READABLE = 0.65;

type PictureProps = Drawing & { chosen: string | null; onChoose: (key: string) => void };

/** What waits for what, drawn from left to right; to walk with arrows, to move and to zoom. */
export const GraphPicture = (props: PictureProps) => (
  <ReactFlowProvider>
    <Picture {...props} />
  </ReactFlowProvider>
);

function Picture({ graph, drawn, chosen, onChoose }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const { nodes, edges, points } = useFlow({ graph, drawn });
  const begin =
    nodes.find(({ data }) => data.item.key === chosen) ?? nodes.find(({ data }) => data.place === 1) ?? nodes[0];
  const [stood, setStood] = useState<string | null>(null);
  const current = stood !== null && points.has(stood) ? stood : (begin?.id ?? null);
  const flow = useReactFlow();
  const here = useMemo(() => ({ current, chosen, onFocus: setStood, onChoose }), [current, chosen, onChoose]);

  const onKey = (event: KeyboardEvent) => {
    if (!isStep(event.key) || event.metaKey || event.ctrlKey || event.altKey || current === null) return;
    event.preventDefault();
    const next = walk(event.key, { from: current, points, links: drawn.links });
    const point = next && points.get(next);
    if (!next || !point) return;
    void flow.setCenter(point.x + NODE.width / 2, point.y + NODE.height / 2, {
      zoom: Math.max(flow.getZoom(), READABLE),
      duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    });
    box.current?.querySelector<HTMLElement>(`[data-node="${next}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} role="group" aria-label={words.graph.title} onKeyDown={onKey} className="absolute inset-0">
      <ArrowHeads />
      <GraphHere value={here}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={({ setViewport }) =>
            void (begin && box.current && setViewport(firstSight(box.current, nodes, begin)))
          }
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          minZoom={0.1}
          maxZoom={1.5}
          panOnScroll
          zoomOnDoubleClick={false}
          className="[&_.react-flow\_\_attribution]:bg-paper! [&_.react-flow\_\_attribution_a]:text-muted!"
        />
      </GraphHere>
      <p className="pointer-events-none absolute bottom-0 left-0 bg-paper px-3 py-1 text-sm text-muted">
        {words.graph.help}
      </p>
      <Zoom />
    </div>
  );
}

const MARGIN = 24;
type Positioned = { position: { x: number; y: number } };

/** All of it where that can be read; otherwise from the beginning on, with the rest to the right. */
function firstSight(
  { clientWidth, clientHeight }: HTMLElement,
  nodes: readonly Positioned[],
  begin: Positioned,
): Viewport {
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left + NODE.width, Math.max(...ys) - top + NODE.height];
  const fits = Math.min(1, (clientWidth - 2 * MARGIN) / width, (clientHeight - 4 * MARGIN) / height);
  const zoom = Math.max(READABLE, fits);
  if (zoom === fits)
    return {
      zoom,
      x: (clientWidth - width * zoom) / 2 - left * zoom,
      y: (clientHeight - height * zoom) / 2 - top * zoom,
    };
  const middle = height * zoom <= clientHeight ? top + height / 2 : begin.position.y + NODE.height / 2;
  return { zoom, x: MARGIN - begin.position.x * zoom, y: clientHeight / 2 - middle * zoom };
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = words.graph;
  return (
    <div className="absolute right-3 bottom-6 flex gap-1 rounded-md border border-line bg-sheet p-1">
      <Button look="quiet" aria-label={zoom.out} title={zoom.out} onClick={() => void zoomOut()}>
        −
      </Button>
      <Button look="quiet" aria-label={zoom.in} title={zoom.in} onClick={() => void zoomIn()}>
        +
      </Button>
      <Button look="quiet" onClick={() => void fitView({ maxZoom: 1 })}>
        {zoom.fit}
      </Button>
    </div>
  );
}
