import { type Policy, isRuled, judge } from './judge.ts';
import type { DecisionPoint } from './recorded.ts';

type Decided = DecisionPoint['was'];

export type Example = {
  event: string;
  at: string;
  actor: string;
  operation: string;
  item: string | null;
  because: string;
};
/** What a rule would change: decisions that would fall out differently, and how. */
export type Change = { rule: string; from: Decided; to: Decided; count: number; examples: Example[] };
export type Tally = Record<Decided, number>;

const EXAMPLES = 5;
const words = { allow: 'allow', approve: 'hold', forbid: 'forbid' } as const;

/** Judges recorded decisions by a draft, one after the other, and keeps what would differ by the rules that make it differ. */
export function createSimulation(draft: Policy) {
  const was: Tally = { allow: 0, hold: 0, forbid: 0 };
  const would: Tally = { allow: 0, hold: 0, forbid: 0 };
  const changes = new Map<string, Change>();

  const note = (rule: string, because: string, point: DecisionPoint, to: Decided) => {
    const key = `${rule} ${point.was} ${to}`;
    const change = changes.get(key) ?? { rule, from: point.was, to, count: 0, examples: [] };
    changes.set(key, change);
    change.count += 1;
    if (change.examples.length < EXAMPLES) change.examples.push(exampleOf(point, because));
  };

  return {
    take(point: DecisionPoint): void {
      was[point.was] += 1;
      const isFree = !point.acts.some((act) => isRuled(draft, act));
      const verdict = isFree ? null : judge(draft, point);
      const to = verdict ? words[verdict.decision] : 'allow';
      would[to] += 1;
      if (to === point.was) return;
      // What is let go is let go by the rules that are there no longer; what is narrowed, by those that narrow it.
      const named = verdict?.rules ?? [];
      if (rank[to] > rank[point.was]) for (const { id, because } of named) note(id, because, point, to);
      else for (const id of point.rules) note(id, 'The draft does not ask for it.', point, to);
    },
    result: () => ({ was, would, changes: [...changes.values()].toSorted((a, b) => b.count - a.count) }),
  };
}

const rank: Record<Decided, number> = { allow: 0, hold: 1, forbid: 2 };

const exampleOf = ({ fact, acts }: DecisionPoint, because: string): Example => ({
  event: fact.id,
  at: fact.at,
  actor: fact.actor.id,
  operation: acts[0] ?? '',
  item: fact.item?.key ?? null,
  because,
});
