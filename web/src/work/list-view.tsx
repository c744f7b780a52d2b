import { useMemo } from 'react';
import { useWidth } from '../graph/use-width.ts';
import { Rows } from '../parts/rows.tsx';
import { usePreferences } from '../state/preferences.ts';
import { words } from '../words/index.ts';
import { flatRows } from './flat-rows.ts';
import { LaneHead } from './lane-head.tsx';
import { ListRow } from './list-row.tsx';
import { useNarrow } from './use-narrow.ts';
import type { WorkShown } from './work-shown.ts';

/** CSS pixels of a row by how dense the reader wants it; where there is little room it has two lines. */
const HEIGHT = { dense: 32, roomy: 40, twoLines: 64 } as const;
/** CSS pixels of width below which a row has two lines, as its styles say with `@max-xl`. */
const LITTLE_ROOM = 576;
const CELLS = 7;

/** The work as lines below each other, by what it has in common. */
export function ListView({ lanes, group, facts, hands, cursor, chosen, opened }: WorkShown) {
  const rows = useMemo(() => flatRows(lanes, group !== 'none'), [lanes, group]);
  const { density } = usePreferences();
  const isNarrow = useNarrow();
  const { width, measure } = useWidth();
  const height = HEIGHT[isNarrow || (width > 0 && width < LITTLE_ROOM) ? 'twoLines' : density];
  const heights = (index: number) => (rows[index]?.is === 'lane' ? 36 : height);
  return (
    <div
      ref={measure}
      role="grid"
      aria-label={words.work.title}
      aria-rowcount={rows.length}
      aria-colcount={CELLS}
      aria-multiselectable="true"
      className="@container flex min-h-0 flex-1 flex-col"
    >
      <Rows
        key={height}
        count={rows.length}
        height={heights}
        role="rowgroup"
        keyOf={(index) => keyOf(rows[index]) ?? String(index)}
        chosen={rows.findIndex((row) => row.is === 'item' && row.item.id === cursor?.id)}
        row={(index) => {
          const row = rows[index];
          if (!row) return null;
          if (row.is === 'lane') return <LaneHead lane={row.lane} group={group} facts={facts} span={CELLS} />;
          return (
            <ListRow
              {...{ item: row.item, index, group, facts, hands }}
              isCursor={row.item.id === cursor?.id}
              isChosen={chosen.has(row.item.id)}
              isOpened={row.item.key === opened}
            />
          );
        }}
      />
    </div>
  );
}

const keyOf = (row: ReturnType<typeof flatRows>[number] | undefined) =>
  row && (row.is === 'lane' ? `lane ${row.lane.value}` : row.item.id);
