import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Connection } from '../store/database.ts';
import { findCurrency } from '../store/prices.ts';

/** Whoever states a currency with a budget means that of the workspace, or is refused; nothing is asked where none is stated. */
export async function requireCurrency(
  connection: Connection,
  budget: { currency?: string | undefined } | null | undefined,
): Promise<null | Refusal> {
  const said = budget?.currency;
  if (said === undefined) return null;
  const expected = await findCurrency(connection);
  return said === expected ? null : refuse('wrong_currency', { field: 'budget.currency', currency: said, expected });
}
