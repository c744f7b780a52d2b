import type { Item } from 'coact';

type Criterion = Item['criteria'][number];
type Piece = NonNullable<Item['delivery']>['evidence'][number];

/** The parts of a review's body; the server writes them when work is delivered. */
export function readReview(body: Record<string, unknown>): { criteria: Criterion[]; evidence: Piece[] } {
  const { criteria, evidence } = body;
  return {
    criteria: Array.isArray(criteria) ? (criteria as Criterion[]) : [],
    evidence: Array.isArray(evidence) ? (evidence as Piece[]) : [],
  };
}
