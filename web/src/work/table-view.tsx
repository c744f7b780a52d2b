import { useLayoutEffect, useMemo } from 'react';
import { useWidth } from '../graph/use-width.ts';
import { Rows } from '../parts/rows.tsx';
import { usePreferences } from '../state/preferences.ts';
import { words } from '../words/index.ts';
import { giveRoom, useColumns } from './columns.ts';
import { flatRows } from './flat-rows.ts';
import type { Cursor } from './hands.ts';
import { LaneHead } from './lane-head.tsx';
import { layOut } from './lay-out.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import type { WorkShown } from './work-shown.ts';

type TableViewProps = WorkShown & {
  sort: string;
  onSort: (sort: string) => void;
  editing: Cursor | null;
  onEdit: (cell: Cursor | null) => void;
};

/** CSS pixels. */
const REM = 16;

/** The work as a table: columns to choose and to sort by, cells to edit in place. */
export function TableView(props: TableViewProps) {
  const { lanes, group, facts, hands, cursor, chosen, opened, sort, onSort, editing, onEdit } = props;
  const rows = useMemo(() => flatRows(lanes, group !== 'none'), [lanes, group]);
  const columns = useColumns();
  const { width, measure } = useWidth();
  useLayoutEffect(() => giveRoom(width === 0 ? Infinity : width / REM), [width]);
  const { density } = usePreferences();
  const height = density === 'roomy' ? 40 : 32;
  const { tracks, minWidth } = useMemo(() => layOut(columns), [columns]);
  return (
    <div
      key={height}
      ref={measure}
      role="grid"
      aria-label={words.work.title}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      className="flex min-h-0 flex-1 flex-col overflow-x-auto"
    >
      <div className="flex min-h-0 flex-1 flex-col" style={{ minWidth }}>
        <TableHead {...{ columns, tracks, sort, onSort }} />
        <Rows
          count={rows.length}
          height={height}
          role="rowgroup"
          keyOf={(index) => keyOf(rows[index]) ?? String(index)}
          chosen={rows.findIndex((row) => row.is === 'item' && row.item.id === cursor?.id)}
          row={(index) => {
            const row = rows[index];
            if (!row) return null;
            if (row.is === 'lane')
              return <LaneHead lane={row.lane} group={group} facts={facts} span={columns.length + 1} />;
            const { item } = row;
            return (
              <TableRow
                {...{ item, index, columns, tracks, facts, hands, onEdit }}
                cursor={item.id === cursor?.id ? cursor : null}
                editing={item.id === editing?.id ? editing.column : null}
                isChosen={chosen.has(item.id)}
                isOpened={item.key === opened}
              />
            );
          }}
        />
      </div>
    </div>
  );
}

const keyOf = (row: ReturnType<typeof flatRows>[number] | undefined) =>
  row && (row.is === 'lane' ? `lane ${row.lane.value}` : row.item.id);
