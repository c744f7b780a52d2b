import type { Recommendation } from './decision.ts';
import { commitmentTo } from './sealed-recommendation.ts';

/**
 * A decision that is only being asked for, as a step of a proposal or as an act that waits for approval, may have a
 * recommendation that is to be kept back. It is kept back there too: whoever decides may well be who approves.
 */

/** A recommendation that was taken out of a step, where it belongs, and the salt of the commitment to it. */
export type SealedStep = {
  /** The number of the step, from 0; of a proposal within a proposal one number more. */
  at: number[];
  recommendation: Said;
  salt: string;
};
export type SealedSteps = { steps: SealedStep[] };
type Said = { option: string; reason?: string };

type Step = { operation: string; input: unknown };
type Asked = Record<string, unknown>;

const ASK = 'request.create';
const isObject = (value: unknown): value is Asked => typeof value === 'object' && value !== null;
const stepsIn = (input: unknown): Step[] | null =>
  isObject(input) && input['kind'] === 'proposal' && Array.isArray(input['operations']) ? input['operations'] : null;

const isRecommendation = (value: unknown): value is Said => isObject(value) && typeof value['option'] === 'string';

type Options = { isKept: (asked: Asked) => boolean; salt: () => string };

/** The steps without what is kept back, and what was taken out of them. */
export function sealSteps<One extends Step>(
  steps: readonly One[],
  options: Options,
  above: readonly number[] = [],
): { steps: One[]; sealed: SealedStep[] } {
  const each = steps.map((one, i) => sealStep(one, options, [...above, i]));
  return { steps: each.map(({ step }) => step), sealed: each.flatMap(({ sealed }) => sealed) };
}

function sealStep<One extends Step>(step: One, options: Options, at: number[]): { step: One; sealed: SealedStep[] } {
  const { operation, input } = step;
  if (operation !== ASK || !isObject(input)) return { step, sealed: [] };
  const inner = stepsIn(input);
  if (inner) {
    const { steps: operations, sealed } = sealSteps(inner, options, at);
    return { step: { ...step, input: { ...input, operations } }, sealed };
  }
  const { recommendation, ...rest } = input;
  if (input['kind'] !== 'decision' || !isRecommendation(recommendation) || !options.isKept(input))
    return { step, sealed: [] };
  return { step: { ...step, input: rest }, sealed: [{ at, recommendation, salt: options.salt() }] };
}

/** The steps as they were meant. What somebody has put in the place of a recommendation since stays. */
export function unsealSteps<One extends Step>(steps: readonly One[], sealed: readonly SealedStep[]): One[] {
  return steps.map((step, i) => {
    const own = sealed.filter(({ at }) => at[0] === i);
    return own.length === 0 ? step : { ...step, input: unsealInput(step.input, own) };
  });
}

function unsealInput(input: unknown, own: readonly SealedStep[]): unknown {
  if (!isObject(input)) return input;
  const inner = stepsIn(input);
  if (inner) {
    const below = own.map((one) => ({ ...one, at: one.at.slice(1) }));
    return { ...input, operations: unsealSteps(inner, below) };
  }
  const [one] = own;
  return input['kind'] !== 'decision' || input['recommendation'] !== undefined || !one
    ? input
    : { ...input, recommendation: one.recommendation };
}

/** What the body of the request says of it: which steps keep something back, and that it will be what it was. */
export const commitmentsTo = (sealed: readonly SealedStep[]) =>
  sealed.map(({ at, recommendation: { option, reason = null }, salt }) => {
    const committed: Recommendation = { option, reason, by: null };
    return { step: at.map((number) => number + 1), commitment: commitmentTo(committed, salt) };
  });
