import type { Roles, RolesInput } from '../domain/decision.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Participant } from '../store/people.ts';
import type { CommandContext } from './context.ts';
import { requireParticipant } from './references.ts';

/** Finds those who shall have a part in a decision: people who are here, whoever decides and must agree among them human. */
export async function readRoles(
  { connection, actor }: CommandContext,
  { recommend, agree, perform, input, decide }: RolesInput,
): Promise<Roles | Refusal> {
  const find = async (field: string, who: string): Promise<Participant | Refusal> => {
    const found = await requireParticipant(connection, `roles.${field}`, who, actor);
    if (isRefusal(found)) return found;
    if (found.status !== 'active')
      return refuse('not_active', { field: `roles.${field}`, participant: found.id, status: found.status });
    const mustBeHuman = (field === 'decide' || field === 'agree') && found.kind !== 'human';
    return mustBeHuman
      ? refuse('unknown_reference', {
          field: `roles.${field}`,
          participant: found.id,
          problem: `${found.name} is not human`,
        })
      : found;
  };
  const asked = [
    ...(recommend ? [['recommend', recommend] as const] : []),
    ...agree.map((who) => ['agree', who] as const),
    ...(perform ? [['perform', perform] as const] : []),
    ...input.map((who) => ['input', who] as const),
    ...(decide ? [['decide', decide] as const] : []),
  ];
  const found: { field: string; id: string }[] = [];
  for (const [field, who] of asked) {
    const one = await find(field, who);
    if (isRefusal(one)) return one;
    found.push({ field, id: one.id });
  }
  const all = (field: string) => [...new Set(found.filter((one) => one.field === field).map(({ id }) => id))];
  return {
    recommend: all('recommend')[0] ?? null,
    agree: all('agree'),
    perform: all('perform')[0] ?? null,
    input: all('input'),
    decide: all('decide')[0] ?? null,
  };
}
