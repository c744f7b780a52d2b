import type { Approver } from '../domain/policy/rule.ts';
import type { Requirement } from '../domain/policy/judge.ts';
import type { Concerned, Standing } from '../domain/policy/approvers.ts';
import type { Work } from '../domain/policy/work.ts';
import type { Connection } from '../store/database.ts';
import { leadsOf, presentHumans } from '../store/policies.ts';
import { rightsFor } from '../store/rights.ts';

type Asked = {
  work: Work | null;
  needs: readonly Requirement[];
  requester: { id: string; sponsor: string | null };
  /** Of which kind the decision is that somebody must have the right to. */
  decisionKind?: string | null;
};

export type Found = { standing: Standing; concerned: Concerned; nameOf: (id: string) => string };

/** Who stands how to an act that needs approval. Where an item does not name who decides, that is whoever answers for it. */
export async function loadStanding(
  connection: Connection,
  { work, needs, requester, decisionKind = null }: Asked,
): Promise<Found> {
  const owner = work?.owner ?? null;
  const { lead, above } = work ? await leadsOf(connection, work.team) : { lead: null, above: null };
  const named = needs.flatMap(({ by }) => by).flatMap(participantOf);
  const asksDecider = work?.id && needs.some(({ by }) => by.includes('decider'));
  const right = asksDecider ? await rightsFor(connection, work.id ?? '', decisionKind) : null;
  const decider = right?.decide ?? owner;
  const among = [owner, decider, requester.sponsor, lead, above, ...named].filter((id) => id !== null);
  const people = await presentHumans(connection, among);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    standing: {
      owner,
      sponsor: requester.sponsor,
      decider,
      lead,
      department_lead: above,
      admins: people.filter(({ admin }) => admin).map(({ id }) => id),
      present: new Set(names.keys()),
    },
    concerned: { requester: requester.id, executor: work?.executor ?? null },
    nameOf: (id) => names.get(id) ?? id,
  };
}

const participantOf = (one: Approver) => (typeof one === 'object' ? [one.participant] : []);
