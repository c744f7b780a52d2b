import type { PolicyRule } from 'coact';

export type RuleChange =
  | { kind: 'added'; after: PolicyRule }
  | { kind: 'removed'; before: PolicyRule }
  | { kind: 'changed'; before: PolicyRule; after: PolicyRule };

/** What makes one set of rules of another: by the names of the rules, since their order never matters. */
export function diffRules(before: readonly PolicyRule[], after: readonly PolicyRule[]): RuleChange[] {
  const was = new Map(before.map((rule) => [rule.id, rule]));
  const is = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !is.has(id)).map((rule) => ({ kind: 'removed', before: rule }) as const);
  const others = after.flatMap((rule): RuleChange[] => {
    const old = was.get(rule.id);
    if (!old) return [{ kind: 'added', after: rule }];
    return textOf(old) === textOf(rule) ? [] : [{ kind: 'changed', before: old, after: rule }];
  });
  return [...others, ...removed];
}

/** The same for rules that say the same, however their conditions are ordered. */
const textOf = ({ id, when, then, because }: PolicyRule): string =>
  JSON.stringify([id, Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1)), then, because]);
