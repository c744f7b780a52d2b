import type { ItemSummary } from 'coact';
import { useMemo, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { words } from '../words/index.ts';
import { type Collapsed, collapse, DRAWN_AT_MOST } from './collapse.ts';
import { GraphPicture } from './graph-picture.tsx';
import { GraphTable } from './graph-table.tsx';
import type { Drawing } from './use-flow.ts';
import { type ReadGraph, useGraph } from './use-graph.ts';
import { useWidth } from './use-width.ts';

/** CSS pixels: below the first only the table has room, from the second on both stand beside each other. */
const ROOM = { picture: 640, both: 1024 } as const;

type GraphProps = {
  items: readonly ItemSummary[];
  /** The key of the item that is open. */
  chosen: string | null;
  onChoose: (key: string) => void;
};

/** What waits for what among some items, as a picture and as a table, with the longest chain of open work. */
export default function Graph({ items, chosen, onChoose }: GraphProps) {
  const graph = useGraph(items);
  const drawn = useDrawn(graph, chosen);
  const [asTable, setAsTable] = useState(false);
  const { width, measure } = useWidth();
  const both = width >= ROOM.both;
  const table = both || asTable || width < ROOM.picture;
  const picture = both || (width >= ROOM.picture && !asTable);
  if (graph.whole.nodes.length === 0) return <Empty title={words.graph.empty}>{words.graph.emptyNote}</Empty>;
  return (
    <div ref={measure} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex items-start gap-x-4 border-b border-line px-4 py-1.5 text-sm text-muted">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
          <Summary graph={graph} drawn={drawn} onChoose={onChoose} />
        </div>
        {!both && width >= ROOM.picture && (
          <Button look="quiet" className="-my-1.5 -mr-3 shrink-0 text-sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.graph.picture : words.graph.table}
          </Button>
        )}
      </div>
      {width > 0 && (
        <div className="flex min-h-0 flex-1">
          {picture && (
            <div className="relative min-w-0 flex-1">
              <GraphPicture graph={graph} drawn={drawn} chosen={chosen} onChoose={onChoose} />
            </div>
          )}
          {table && (
            <div className={`flex min-h-0 flex-col border-line ${picture ? 'w-88 border-l' : 'w-full'}`}>
              <GraphTable graph={graph} chosen={chosen} onChoose={onChoose} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** What is open stays in the picture whatever is left out of it. */
function useDrawn(graph: ReadGraph, chosen: string | null): Collapsed {
  const { whole, chain } = graph;
  const kept = whole.nodes.length > DRAWN_AT_MOST ? chosen : null;
  return useMemo(() => {
    const open = whole.nodes.filter(({ key }) => key === kept);
    return collapse(whole, { keep: [...chain.keys(), ...open.map(({ id }) => id)] });
  }, [whole, chain, kept]);
}

/** The longest chain, each of its items to choose; what is not drawn, and why. */
function Summary({ graph: { whole, chain }, drawn, onChoose }: Drawing & { onChoose: (key: string) => void }) {
  const { longest, longestNote, alone, collapsed } = words.graph;
  const byId = new Map(whole.nodes.map((item) => [item.id, item]));
  const path = [...chain.keys()].flatMap((id) => byId.get(id) ?? []);
  return (
    <>
      {path.length > 0 && (
        <p className="min-w-0" title={longestNote}>
          {longest(path.length)}:{' '}
          {shortened(path).map((item, index) => (
            <span key={item?.id ?? 'between'}>
              {index > 0 && ' → '}
              {item ? (
                <button
                  type="button"
                  title={item.title}
                  onClick={() => onChoose(item.key)}
                  className="key font-semibold text-ink underline-offset-2 hover:underline"
                >
                  {item.key}
                </button>
              ) : (
                '…'
              )}
            </span>
          ))}
        </p>
      )}
      {whole.alone > 0 && <p>{alone(whole.alone)}</p>}
      {drawn.nodes.length < whole.nodes.length && <p>{collapsed(drawn.nodes.length, whole.nodes.length)}</p>}
    </>
  );
}

/** A long chain by its ends. */
const shortened = (path: readonly ItemSummary[]): (ItemSummary | null)[] =>
  path.length <= 6 ? [...path] : [...path.slice(0, 3), null, ...path.slice(-2)];
