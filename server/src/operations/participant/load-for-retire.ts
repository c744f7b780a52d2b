import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Piece, Successor } from '../../domain/succession.ts';
import { type Duties, lockDuties } from '../../store/duties.ts';
import { activeAdmins, lockPeople } from '../../store/people.ts';
import { listTokens } from '../../store/tokens.ts';
import type { CommandContext } from '../context.ts';
import { requireParticipant } from '../references.ts';
import { requireSubject } from './subject.ts';

/** Who takes over one thing: exactly one of the fields beside `to` says which. */
export type Named = {
  item?: string | undefined;
  outcome?: string | undefined;
  agent?: string | undefined;
  team?: string | undefined;
  request?: string | undefined;
  to: string;
};
export type RetireInput = { id: string; successor?: string | undefined; successors: Named[] };

/** More than anybody has: all of the tokens end with their holder. */
const ALL = 100_000;

/** What a retirement is judged on, read while nobody else changes people. */
export async function loadForRetire(context: CommandContext, { id, successor, successors }: RetireInput) {
  const { connection, actor } = context;
  await lockPeople(connection);
  const subject = await requireSubject(connection, id, actor);
  if (isRefusal(subject)) return subject;
  const general = successor === undefined ? null : await requireParticipant(connection, 'successor', successor, actor);
  if (isRefusal(general)) return general;
  const duties = await lockDuties(connection, subject.id);
  const named = await resolveNamed(context, successors, piecesOf(duties));
  if (isRefusal(named)) return named;
  const admins = await activeAdmins(connection);
  const tokens = await listTokens(connection, { participant: subject.id, limit: ALL });
  return { subject, duties, named, successor: general, admins, tokens };
}

export type LoadedForRetire = Exclude<Awaited<ReturnType<typeof loadForRetire>>, { refused: string }>;

/** Everything that needs a successor. */
export const piecesOf = ({ items, outcomes, agents, teams, requests }: Duties): Piece[] => [
  ...items.map(({ id, key }): Piece => ({ kind: 'item', id, label: key })),
  ...outcomes.map(({ id, title }): Piece => ({ kind: 'outcome', id, label: title })),
  ...agents.map(({ id, name }): Piece => ({ kind: 'agent', id, label: name })),
  ...teams.map(({ id, key }): Piece => ({ kind: 'team', id, label: key })),
  ...requests.map((request): Piece => {
    const { id, item, kind, from, body } = request;
    return { kind: 'request', id, label: null, item, barred: kind === 'review' ? String(body['executor']) : from };
  }),
];

/** The successors by the ids of what they are named for; what is named must be there to be handed over. */
async function resolveNamed(
  { connection, actor }: CommandContext,
  successors: readonly Named[],
  pieces: readonly Piece[],
): Promise<Map<string, Successor> | Refusal> {
  const found = new Map<string, Successor>();
  for (const [i, { to, ...what }] of successors.entries()) {
    const field = `successors.${i}`;
    const said = Object.entries(what).filter(([, value]) => value !== undefined);
    const [kind, name] = said[0] ?? [];
    if (said.length !== 1 || !name)
      return refuse('invalid_input', {
        errors: [{ field, problem: 'names one of item, outcome, agent, team and request, and who takes it over' }],
      });
    const piece = pieces.find((one) => one.kind === kind && isCalled(one, name));
    if (!piece)
      return refuse('unknown_reference', { field, [kind ?? '']: name, problem: 'is not theirs to hand over' });
    const successor = await requireParticipant(connection, `${field}.to`, to, actor);
    if (isRefusal(successor)) return successor;
    found.set(piece.id, successor);
  }
  return found;
}

/** Items and teams are named by key as well, agents by name; an outcome's title names nothing. */
const isCalled = ({ kind, id, label }: Piece, name: string) =>
  id === name || (kind !== 'outcome' && label?.toLowerCase() === name.toLowerCase());
