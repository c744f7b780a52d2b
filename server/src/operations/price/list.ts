import { z } from 'zod';
import { findCurrency, listPrices } from '../../store/prices.ts';
import { query } from '../define.ts';
import { examplePrice, priceResource } from './price-resource.ts';

export default query({
  name: 'price.list',
  summary: 'The price table: what each model costs for a million tokens, in the currency of the workspace.',
  http: 'GET /v1/prices',
  input: z.object({}),
  output: z.object({ items: z.array(priceResource), currency: priceResource.shape.currency }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { items: [examplePrice], currency: 'USD' } },

  async handle({ connection }) {
    const [prices, currency] = await Promise.all([listPrices(connection), findCurrency(connection)]);
    return { items: prices.map((price) => ({ ...price, currency })), currency };
  },
});
