import { paint, type Style, type Terminal } from './terminal.ts';
import { fitText, padText, textWidth } from './text-width.ts';

export type Column<Row> = {
  title: string;
  value(row: Row): string;
  align?: 'right';
  /** Takes what room is left, and is shortened first. */
  flex?: true;
  style?: (row: Row) => Style | undefined;
  /** Columns with higher numbers go first when there is no room for all. */
  droppable?: number;
};

const gap = 2;
/** A flexible column keeps so much while there is another to leave out, and at least so much after that. */
const comfortable = 40;
const narrowest = 16;

/** A table that fits the terminal: the flexible column is shortened, then columns that matter least are left out. */
export function printTable<Row>(terminal: Terminal, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const measured = columns
    .map((column) => measure(column, rows))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const fitted = fit(measured, terminal.width);
  const head = fitted
    .map(({ title, width, align }) => padText(fitText(title, width), width, align))
    .join(' '.repeat(gap));
  terminal.out(`${paint(terminal, 'dim', head.trimEnd())}\n`);
  rows.forEach((row, at) => {
    const cells = fitted.map(({ cells, width, align, style }) => {
      const text = padText(fitText(cells[at] ?? '', width), width, align);
      const how = style?.(row);
      return how ? paint(terminal, how, text) : text;
    });
    terminal.out(`${cells.join(' '.repeat(gap)).trimEnd()}\n`);
  });
}

function measure<Row>(column: Column<Row>, rows: readonly Row[]) {
  const cells = rows.map((row) => column.value(row));
  return {
    ...column,
    cells,
    width: cells.reduce((most, cell) => Math.max(most, textWidth(cell)), textWidth(column.title)),
  };
}

type Measured = { title: string; width: number; flex?: true; droppable?: number };

function fit<Column extends Measured>(columns: readonly Column[], room: number): Column[] {
  const total = columns.reduce((sum, { width }) => sum + width + gap, -gap);
  if (total <= room) return [...columns];
  const flexible = columns.filter(({ flex }) => flex).toSorted((left, right) => right.width - left.width)[0];
  const least = columns
    .filter(({ droppable }) => droppable)
    .toSorted((left, right) => (right.droppable ?? 0) - (left.droppable ?? 0))[0];
  const width = flexible ? flexible.width - (total - room) : 0;
  if (least && width < Math.min(comfortable, flexible?.width ?? 1))
    return fit(
      columns.filter((column) => column !== least),
      room,
    );
  return columns.map((column) =>
    column === flexible ? { ...column, width: Math.max(width, Math.min(narrowest, column.width)) } : column,
  );
}
