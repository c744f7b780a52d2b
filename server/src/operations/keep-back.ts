import { randomBytes } from 'node:crypto';
import { REVEAL } from '../domain/decision.ts';
import { isRuled } from '../domain/policy/judge.ts';
import { type SealedSteps, commitmentsTo, sealSteps } from '../domain/sealed-steps.ts';
import type { CommandContext } from './context.ts';

type Kept<One> = { operations: One[]; sealed: SealedSteps | null; body: { sealed?: object[] } };

/**
 * Takes out of steps what somebody may only read after a judgement of their own. Whether a rule wants that is known once the
 * decision is asked for, of some work; until then what a rule could want is kept back.
 */
export function keepBack<One extends { operation: string; input: unknown }>(
  { policy }: CommandContext,
  operations: readonly One[],
): Kept<One> {
  const mayBeRuled = policy !== null && isRuled(policy, REVEAL);
  const isKept = ({ blind }: Record<string, unknown>) => blind === true || mayBeRuled;
  const { steps, sealed } = sealSteps(operations, { isKept, salt: () => randomBytes(32).toString('hex') });
  return sealed.length === 0
    ? { operations: steps, sealed: null, body: {} }
    : { operations: steps, sealed: { steps: sealed }, body: { sealed: commitmentsTo(sealed) } };
}
