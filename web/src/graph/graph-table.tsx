import { useMemo } from 'react';
import { words } from '../words/index.ts';
import type { ReadGraph } from './use-graph.ts';
import { ReadingTable } from './reading-table.tsx';
import { Standing } from './standing.tsx';

type TableProps = { graph: ReadGraph; chosen: string | null; onChoose: (key: string) => void };

/** The same as the picture, in words; what holds up the most comes first. */
export function GraphTable({ graph: { whole, holds, first, chain }, chosen, onChoose }: TableProps) {
  const { columns, inChain, title } = words.graph;
  const items = useMemo(
    () => whole.nodes.toSorted((a, b) => (holds.get(b.id) ?? 0) - (holds.get(a.id) ?? 0)),
    [whole, holds],
  );
  return (
    <ReadingTable
      label={title}
      heads={[columns.item, columns.waits, columns.holds]}
      items={items}
      chosen={chosen}
      onChoose={onChoose}
      row={(index) => {
        const item = items[index];
        if (!item) return null;
        const place = chain.get(item.id);
        const note = (
          <>
            <Standing item={item} first={first.get(item.id) ?? []} holds={0} />
            {place !== undefined && ` · ${inChain(place, chain.size)}`}
          </>
        );
        return { item, note, figure: (holds.get(item.id) ?? 0).toLocaleString() };
      }}
    />
  );
}
