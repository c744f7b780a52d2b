import { compile, judge } from '../server/src/domain/policy/judge.ts';
import type { Rule } from '../server/src/domain/policy/rule.ts';
import { risks } from '../server/src/domain/contract.ts';
import { type Case, isRuled } from '../server/src/domain/policy/judge.ts';
import { anAgent, someWork } from '../server/src/domain/policy/testing/cases.ts';

/**
 * How long one judgement takes at 200 rules of the workspace beside the base rules: `node_modules/.bin/node bench/policy.ts`.
 * The worst case, in which every rule is about the act that is judged, and the usual one, in which they are about all acts.
 */
const RULES = 200;
const JUDGEMENTS = 200_000;
const ROUNDS = 5;

const acts = ['run.deliver', 'item.create', 'item.cancel', 'work.claim', 'request.create', 'item.commit'];

/** Rules whose every condition has to be looked at, and that seldom match. */
const ruleFor = (i: number, act: string): Rule => ({
  id: `rule-${i}`,
  when: {
    action: act,
    actorKind: ['agent', 'system'],
    autonomy: 'autonomous',
    type: ['bug', `type-${i}`, 'task'],
    risk: risks[i % 3],
    amount: i * 100,
    reversible: i % 2 === 0,
  },
  then: i % 3 === 0 ? { approve: { by: ['owner', 'admin'], count: 1 } } : i % 3 === 1 ? 'allow' : 'forbid',
  because: 'It is measured.',
});

export type Measured = { median: number; p99: number };

/** Microseconds for each judgement: the median and the 99th percentile of batches of a hundred, the best of some rounds. */
export function measureJudge(ruleActs: readonly string[], asked: readonly Case[]): Measured {
  const rules = Array.from({ length: RULES }, (_, i) => ruleFor(i, ruleActs[i % ruleActs.length] ?? 'run.deliver'));
  const policy = compile([{ scope: 'workspace', target: null, rules }]);
  const round = (): Measured => {
    const batches: number[] = [];
    for (let done = 0; done < JUDGEMENTS; done += 100) {
      const started = performance.now();
      for (let i = 0; i < 100; i += 1) judge(policy, asked[(done + i) % asked.length] ?? fallback);
      batches.push((performance.now() - started) * 10);
    }
    const sorted = batches.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return { median: at(0.5), p99: at(0.99) };
  };
  return Array.from({ length: ROUNDS }, round).toSorted((a, b) => a.median - b.median)[0] ?? { median: 0, p99: 0 };
}

/** What every heartbeat pays: finding that no rule is about it. Nanoseconds. */
export function measureUnruled(): number {
  const rules = Array.from({ length: RULES }, (_, i) => ruleFor(i, acts[i % acts.length] ?? ''));
  const policy = compile([{ scope: 'workspace', target: null, rules }]);
  const times = 5_000_000;
  let ruled = 0;
  const started = performance.now();
  for (let i = 0; i < times; i += 1) if (isRuled(policy, i % 2 === 0 ? 'run.heartbeat' : 'run.report')) ruled += 1;
  if (ruled > 0) throw new Error('a rule is about a heartbeat');
  return ((performance.now() - started) / times) * 1e6;
}

const fallback: Case = { acts: ['run.deliver'], actor: anAgent, work: someWork };
const cases = (all: readonly string[]): Case[] =>
  Array.from({ length: 97 }, (_, i) => ({
    acts: [all[i % all.length] ?? ''],
    actor: anAgent,
    work: { ...someWork, type: `type-${i}`, amount: i * 37, reversible: i % 2 === 0, risk: risks[i % 4] ?? 'low' },
  }));

if (import.meta.main) {
  const show = ({ median, p99 }: Measured) => `${median.toFixed(2)} µs (99th percentile ${p99.toFixed(2)} µs)`;
  console.log(`all ${RULES} rules about the act: ${show(measureJudge(['run.deliver'], cases(['run.deliver'])))}`);
  console.log(`${RULES} rules about ${acts.length} acts: ${show(measureJudge(acts, cases(acts)))}`);
  console.log(`no rule about the act (a heartbeat): ${measureUnruled().toFixed(0)} ns`);
}
