import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { words } from '../words/index.ts';
import { toggleColumn, useChosenColumns, useColumns } from './columns.ts';
import { columns } from './sort.ts';

/** Which columns the table has. */
export function ColumnMenu() {
  const chosen = useChosenColumns();
  const shown = useColumns();
  const work = words.work;
  return (
    <Menu
      label={work.chooseColumns}
      trigger={<Button>{work.chooseColumns}</Button>}
      items={columns.map((column) => ({
        text: `${chosen.includes(column) ? '✓ ' : '   '}${work.columns[column]}`,
        ...(chosen.includes(column) && !shown.includes(column) && { note: work.noRoom }),
        disabled: column === 'key' || column === 'title',
        onChoose: () => toggleColumn(column),
      }))}
    />
  );
}
