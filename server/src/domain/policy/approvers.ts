import type { Approver } from './rule.ts';
import type { Requirement } from './judge.ts';

/** Who stands in which role to an act that waits for approval; ids of active humans. */
export type Standing = Readonly<Record<'owner' | 'sponsor' | 'decider' | 'lead' | 'department_lead', string | null>> & {
  admins: readonly string[];
  /** Every active human: who a rule names is one, or cannot approve. */
  present: ReadonlySet<string>;
};

/** Those who may never approve, whatever a rule says: whoever asks, and whoever does the work. */
export type Concerned = { requester: string; executor: string | null };

/** Who may approve what one rule asks for. */
export function approversOf({ by }: Pick<Requirement, 'by'>, standing: Standing, concerned: Concerned): string[] {
  const named = by.flatMap((one) => inRole(one, standing));
  const free = named.filter(
    (id) => id !== concerned.requester && id !== concerned.executor && standing.present.has(id),
  );
  return [...new Set(free)];
}

function inRole(one: Approver, standing: Standing): string[] {
  if (typeof one === 'object') return [one.participant];
  if (one === 'admin') return [...standing.admins];
  const id = standing[one];
  return id === null ? [] : [id];
}

export type Open = Requirement & { approvers: string[]; missing: number };

/** What is still to be approved, and by whom, after these have; nothing when the act may happen. */
export function stillNeeded(
  needs: readonly Requirement[],
  standing: Standing,
  { concerned, given }: { concerned: Concerned; given: readonly string[] },
): Open[] {
  return needs.flatMap((need) => {
    const may = approversOf(need, standing, concerned);
    const have = new Set(given.filter((id) => may.includes(id)));
    const missing = need.count - have.size;
    return missing > 0 ? [{ ...need, approvers: may.filter((id) => !have.has(id)), missing }] : [];
  });
}

/** The rules that can never be met, since too few people who may approve are here. */
export const unmeetable = (open: readonly Open[]) =>
  open.filter(({ approvers, missing }) => approvers.length < missing);
