import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { words } from '../words/index.ts';
import { toggleColumn, useColumns } from './columns.ts';
import { columns } from './sort.ts';

/** Which columns the table has. */
export function ColumnMenu() {
  const shown = useColumns();
  const { work } = words;
  return (
    <Menu
      label={work.chooseColumns}
      trigger={<Button>{work.chooseColumns}</Button>}
      items={columns.map((column) => ({
        text: `${shown.includes(column) ? '✓ ' : '   '}${work.columns[column]}`,
        disabled: column === 'key' || column === 'title',
        onChoose: () => toggleColumn(column),
      }))}
    />
  );
}
