import type { PolicyRule } from 'coact';
import type { ReactNode } from 'react';
import { words } from '../words/index.ts';
import { type Decision, DecisionMark } from './decision-mark.tsx';
import { useNames } from './use-names.ts';

const { sentence, rules: says } = words.authority;

export const decisionOf = ({ then }: Pick<PolicyRule, 'then'>): Decision =>
  typeof then === 'object' ? 'approve' : then;

/** A rule as people read it: when it counts, what follows, and why. */
export function RuleLine({ rule, children }: { rule: PolicyRule; children?: ReactNode }) {
  const names = useNames();
  return (
    <div className="flex min-w-0 gap-2.5">
      <span className="pt-0.5">
        <DecisionMark decision={decisionOf(rule)} />
      </span>
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p>
          {sentence.when(rule, names)}: <strong className="font-semibold">{sentence.follows(rule, names)}</strong>.
        </p>
        <p className="text-muted">
          {says.because}: {rule.because} <span className="key ml-1">{rule.id}</span>
        </p>
        {children}
      </div>
    </div>
  );
}
