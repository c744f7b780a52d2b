import type { Column } from './sort.ts';

/** Rem that a column needs, and its share of what is left. */
const sizes: Record<Column, readonly [min: number, share: number]> = {
  key: [5, 0],
  title: [16, 6],
  state: [6.25, 0],
  owner: [5.5, 1],
  executor: [5.5, 1],
  assignee: [6.5, 1],
  priority: [4.5, 0],
  risk: [4.25, 0],
  due: [4, 0],
  waits: [7.5, 3],
  labels: [5, 1],
  team: [5, 1],
  type: [4.5, 0],
  serves: [6, 1],
  age: [3.25, 0],
  updated: [4.5, 0],
};

/** Rem between two columns, of the box to choose a row with, and of the air at both sides. */
const [GAP, BOX, AIR] = [0.75, 1, 2];

/** What is said elsewhere too gives way before titles are cut, in this order. */
const givesWay: readonly Column[] = ['risk', 'executor'];

const needed = (columns: readonly Column[]) => columns.reduce((sum, column) => sum + sizes[column][0] + GAP, BOX + AIR);

/** Those of the columns that have room (rem). */
export function fitColumns(chosen: readonly Column[], room: number): readonly Column[] {
  return givesWay.reduce<readonly Column[]>(
    (left, column) => (needed(left) > room ? left.filter((one) => one !== column) : left),
    chosen,
  );
}

/** The tracks of the table's grid, and how wide it is at least. */
export function layOut(columns: readonly Column[]): { tracks: string; minWidth: string } {
  const tracks = columns.map((column) => {
    const [min, share] = sizes[column];
    return share > 0 ? `minmax(${min}rem,${share}fr)` : `${min}rem`;
  });
  return { tracks: `${BOX}rem ${tracks.join(' ')}`, minWidth: `${needed(columns)}rem` };
}
