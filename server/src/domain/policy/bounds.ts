import { type Acting, type Policy, judge } from './judge.ts';
import type { Work } from './work.ts';

export type Bounds = { mustAsk: string[]; mustNot: string[] };

export const noBounds: Bounds = { mustAsk: [], mustNot: [] };

/** What an executor does in the course of their work: of these the brief says which wait for approval, and which are barred. */
const executing = ['run.deliver', 'item.create', 'item.depend', 'item.comment', 'request.create', 'artifact.create'];

/** What the rules ask of an executor, in words: known before the work, not met at its end. */
export function boundsBy(policy: Policy, actor: Acting, work: Work): Bounds {
  const verdicts = executing.map((act) => ({ act, ...judge(policy, { acts: [act], actor, work }) }));
  const told = (decision: string, said: string) =>
    verdicts
      .filter((verdict) => verdict.decision === decision)
      .map(({ act, rules }) => `\`${act}\` ${said}: ${rules.map(({ because }) => because).join(' ')}`);
  return { mustAsk: told('approve', 'waits for approval'), mustNot: told('forbid', 'is forbidden') };
}
