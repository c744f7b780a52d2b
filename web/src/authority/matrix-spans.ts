import type { PolicyMatrix } from 'coact';

export type Cell = PolicyMatrix['cells'][number];
type Need = Cell['needs'][number];
/** Neighbouring risks of which the same is asked. */
export type Span = { cells: readonly [Cell, ...Cell[]]; whole: boolean };

/** The cells of one level and deed, from low to critical risk; neighbours of which the same is asked are taken together. */
export function spansOf(cells: readonly Cell[]): Span[] {
  const spans: [Cell, ...Cell[]][] = [];
  for (const cell of cells) {
    const last = spans.at(-1);
    if (last && askedOf(last[0]) === askedOf(cell)) last.push(cell);
    else spans.push([cell]);
  }
  return spans.map((some) => ({ cells: some, whole: spans.length === 1 }));
}

const askedOf = (cell: Cell) => JSON.stringify([cell.decision, asksOf(cell)]);

/** Whose approval is asked; what another approval meets as well is left out: the owner's is that of "owner or lead", too. */
export function asksOf({ needs }: Cell): Pick<Need, 'by' | 'count'>[] {
  const different = [...new Map(needs.map(({ by, count }) => [JSON.stringify([by, count]), { by, count }])).values()];
  return different.filter((one) => !different.some((other) => other !== one && meets(other, one)));
}

const meets = (one: Pick<Need, 'by' | 'count'>, other: Pick<Need, 'by' | 'count'>) =>
  one.count >= other.count &&
  one.by.length < other.by.length &&
  one.by.every((role) => other.by.some((of) => JSON.stringify(of) === JSON.stringify(role)));
