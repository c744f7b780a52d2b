import type { Item } from 'coact';

type Criterion = Item['criteria'][number];
type Piece = NonNullable<Item['delivery']>['evidence'][number];

/** The parts of a review's body; the server writes them when work is delivered. */
export function readReview(body: Record<string, unknown>): { criteria: Criterion[]; evidence: Piece[] } {
  const { criteria, evidence } = body;
  return {
    criteria: Array.isArray(criteria) ? criteria.filter(isCriterion) : [],
    evidence: Array.isArray(evidence) ? evidence.filter(isPiece) : [],
  };
}

const has = (value: unknown, field: string) => typeof value === 'object' && value !== null && field in value;
const isCriterion = (value: unknown): value is Criterion => has(value, 'id') && has(value, 'text');
const isPiece = (value: unknown): value is Piece => has(value, 'criterion') && has(value, 'artifact');
