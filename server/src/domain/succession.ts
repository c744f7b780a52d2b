import type { Actor } from './authority.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Succession: whoever leaves hands over everything that hangs on them, or stays. Nothing is left without somebody. */

export const pieceKinds = ['item', 'outcome', 'agent', 'team', 'request'] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** One thing that hangs on whoever leaves: owned work or outcome, a sponsored agent, a led team, or a request to them. */
export type Piece = {
  kind: PieceKind;
  id: string;
  /** Of an item or a team, how people call it; of an agent, its name. */
  label: string | null;
  /** Of a request: the item that it is about, and who may not answer it: whoever asks, or did the work to be judged. */
  item?: string | null;
  barred?: string | null;
};

export type Successor = Pick<Actor, 'id' | 'kind' | 'status'>;
export type Handed = { kind: PieceKind; id: string; label: string | null; to: string };

export type Succession = {
  leaving: string;
  pieces: readonly Piece[];
  /** Who is named for a piece, by its id. */
  named: ReadonlyMap<string, Successor>;
  /** Who takes everything that nobody is named for. */
  successor: Successor | null;
};

/** Who takes over which piece; refused whole, with every piece that lacks a successor or whose successor may not. */
export function succeed(succession: Succession): Handed[] | Refusal {
  const found = succession.pieces.map((piece) => ({ piece, to: successorOf(piece, succession) }));
  const wrong = found.flatMap(({ piece, to }) => {
    const problem = problemOf(piece, to, succession.leaving);
    return problem ? [{ kind: piece.kind, id: piece.id, label: piece.label, to: to?.id ?? null, problem }] : [];
  });
  if (wrong.length > 0) return refuse('no_successor', { pieces: wrong });
  return found.flatMap(({ piece: { kind, id, label }, to }) => (to ? [{ kind, id, label, to: to.id }] : []));
}

/** A request goes to whoever is named for it, else with the work that it is about, else to the successor in general. */
const successorOf = ({ id, item }: Piece, { named, successor }: Succession): Successor | null =>
  named.get(id) ?? (item ? named.get(item) : undefined) ?? successor;

function problemOf({ barred }: Piece, to: Successor | null, leaving: string): string | null {
  if (!to) return 'has no successor';
  if (to.id === leaving) return 'would stay with whoever leaves';
  if (to.kind !== 'human') return 'its successor is not human';
  if (to.status !== 'active') return `its successor is ${to.status}`;
  return barred === to.id ? 'its successor asks it, or did the work' : null;
}
