import { z } from 'zod';
import { currency, line } from '../../domain/contract.ts';
import { isSame } from '../../domain/is-same.ts';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusals.ts';
import { deletePrice, findCurrency, listPrices, savePrice } from '../../store/prices.ts';
import { command } from '../define.ts';
import { examplePrice, priceResource } from './price-resource.ts';

const price = z.number().min(0).max(limits.budgetCost);

export default command({
  name: 'price.set',
  summary: 'Say what a model costs for a million tokens, so that usage that comes in tokens is counted as money too.',
  http: 'PUT /v1/prices',
  input: z.object({
    model: line(limits.labelLength).describe('As reports name it.'),
    input: price.nullable().describe('For a million tokens that it reads; null takes the price away.'),
    output: price.nullable().describe('For a million tokens that it writes; null takes the price away.'),
    currency: currency.optional().describe('Refused where the workspace counts in another.'),
  }),
  output: priceResource,
  maybeEmpty: true,
  needs: { action: 'price.set' },
  refuses: ['wrong_currency', 'limit_reached'],
  example: { input: { model: 'sonnet', input: 3, output: 15 }, output: examplePrice },

  async load({ connection }, { currency: said }) {
    const [prices, money] = await Promise.all([listPrices(connection), findCurrency(connection)]);
    return said === undefined || said === money
      ? { prices, money }
      : refuse('wrong_currency', { field: 'currency', currency: said, expected: money });
  },

  decide({ connection, changes }, { prices, money }, { model, input, output }) {
    const known = prices.find((one) => one.model === model) ?? null;
    const fact = (after: object | null) => ({ type: 'price.set', data: { model, before: known, after } });
    if (input === null || output === null) {
      if (known) changes.fact(fact(null), { subject: connection.workspace }, deletePrice(connection, model));
      return null;
    }
    if (!known && prices.length >= limits.prices) return refuse('limit_reached', { limit: limits.prices });
    const after = { model, input, output };
    if (!isSame(known, after))
      changes.fact(fact(after), { subject: connection.workspace }, savePrice(connection, after));
    return { ...after, currency: money };
  },
});
