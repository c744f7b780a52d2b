import { baseRules } from '../domain/policy/base-rules.ts';
import { type Rule, listed } from '../domain/policy/rule.ts';

/** The rules that every workspace has, to be read. */
export function baseRulesPage(note: string): string {
  const lines = baseRules.map(
    (rule) => `| \`${rule.id}\` | ${inWords(rule.when)} | ${outcomeOf(rule.then)} | ${rule.because} |\n`,
  );
  return `${note}# Base rules\n\nThe rules that every workspace has, after the question who may at all. The most restrictive rule that matches wins, so rules
that are made here can narrow these and never lift them. Nobody approves what they ask for or what they work on. See
[policy](policy.md); an act that waits for approval is answered with 202 and its request.\n\n| rule | when | then | because |\n|---|---|---|---|\n${lines.join('')}`;
}

const inWords = (when: Rule['when']) =>
  Object.entries(when)
    .map(
      ([name, value]) =>
        `${name}: ${listed<unknown>(value)
          .map((one) => `\`${String(one)}\``)
          .join(', ')}`,
    )
    .join('; ');

function outcomeOf(then: Rule['then']): string {
  if (typeof then === 'string') return then;
  const by = then.approve.by.map((one) => (typeof one === 'string' ? one : one.participant)).join(' or ');
  return `${then.approve.count} of: ${by}`;
}
