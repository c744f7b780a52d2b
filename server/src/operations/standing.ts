import type { Approver } from '../domain/policy/rule.ts';
import type { Requirement } from '../domain/policy/judge.ts';
import type { Concerned, Standing } from '../domain/policy/approvers.ts';
import type { Work } from '../domain/policy/work.ts';
import type { Connection } from '../store/database.ts';
import { leadsOf, presentHumans } from '../store/policies.ts';

type Asked = { work: Work | null; needs: readonly Requirement[]; requester: { id: string; sponsor: string | null } };

export type Found = { standing: Standing; concerned: Concerned; nameOf: (id: string) => string };

/** Who stands how to an act that needs approval. Until items name who decides, that is whoever answers for them. */
export async function loadStanding(connection: Connection, { work, needs, requester }: Asked): Promise<Found> {
  const owner = work?.owner ?? null;
  const { lead, above } = work ? await leadsOf(connection, work.team) : { lead: null, above: null };
  const named = needs.flatMap(({ by }) => by).flatMap(participantOf);
  const among = [owner, requester.sponsor, lead, above, ...named].filter((id) => id !== null);
  const people = await presentHumans(connection, among);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    standing: {
      owner,
      sponsor: requester.sponsor,
      decider: owner,
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
