import type { Usage } from '../work-item.ts';

/** For a million tokens. */
export type Price = { model: string; input: number; output: number };
export type ModelUse = { model: string; inputTokens: number; outputTokens: number };
type Said = { [One in keyof Usage]?: number | undefined } & { models?: readonly ModelUse[] | undefined };

const MILLION = 1_000_000;

/** Tokens and cost of what was said by model. What is stated beside them counts where it is more. */
export function priceUsage({ models, tokens, cost, minutes }: Said, prices: readonly Price[]) {
  if (!models) return { usage: { tokens, cost, minutes }, unpriced: [] };
  const priceOf = new Map(prices.map((price) => [price.model, price]));
  const all = models.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  const priced = models.reduce((sum, { model, inputTokens, outputTokens }) => {
    const price = priceOf.get(model);
    return sum + (price ? (inputTokens * price.input + outputTokens * price.output) / MILLION : 0);
  }, 0);
  return {
    usage: { tokens: Math.max(all, tokens ?? 0), cost: Math.max(priced, cost ?? 0), minutes },
    unpriced: [...new Set(models.map(({ model }) => model))].filter((model) => !priceOf.has(model)),
  };
}
