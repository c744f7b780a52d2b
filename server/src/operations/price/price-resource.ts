import { z } from 'zod';
import { currency } from '../../domain/contract.ts';

export const priceResource = z
  .object({
    model: z.string(),
    input: z.number().describe('For a million tokens that it reads.'),
    output: z.number().describe('For a million tokens that it writes.'),
    currency,
  })
  .meta({ id: 'Price', description: 'What a model costs.' });

export const examplePrice = { model: 'sonnet', input: 3, output: 15, currency: 'USD' };
