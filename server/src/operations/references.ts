import type { Actor } from '../domain/authority.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import { isOpen } from '../domain/work-item.ts';
import type { Connection } from '../store/database.ts';
import { type StoredItem, findItem } from '../store/items.ts';
import { outcomeAncestors } from '../store/outcomes.ts';
import { type Participant, findParticipant } from '../store/people.ts';
import { type Team, findTeam, findTeamWithNumber } from '../store/teams.ts';

/** What a request may refer to: found, or refused by the name of the field. */

export async function requireItem(connection: Connection, idOrKey: string): Promise<StoredItem | Refusal> {
  return (await findItem(connection, idOrKey)) ?? refuse('not_found', { field: 'id', item: idOrKey });
}

export async function requireTeam(
  connection: Connection,
  idOrKey: string | undefined,
  own: readonly string[],
): Promise<Team | Refusal> {
  return (
    (await findTeam(connection, idOrKey, own)) ?? refuse('unknown_reference', { field: 'team', team: idOrKey ?? null })
  );
}

export async function requireParent(
  connection: Connection,
  idOrKey: string | null | undefined,
): Promise<StoredItem | null | Refusal> {
  if (!idOrKey) return null;
  const parent = await findItem(connection, idOrKey);
  if (!parent) return refuse('unknown_reference', { field: 'parent', item: idOrKey });
  return isOpen(parent.state)
    ? parent
    : refuse('wrong_state', { field: 'parent', state: parent.state, expected: ['draft', 'ready', 'active', 'review'] });
}

export async function requireTeamWithNumber(
  connection: Connection,
  idOrKey: string | undefined,
  own: readonly string[],
) {
  const found = await findTeamWithNumber(connection, idOrKey, own);
  return found ?? refuse('unknown_reference', { field: 'team', team: idOrKey ?? null });
}

/** A participant named by id, name, e-mail address or `me`. */
export async function requireParticipant(
  connection: Connection,
  field: string,
  who: string,
  actor: Actor,
): Promise<Participant | Refusal> {
  const found = await findParticipant(connection, who === 'me' ? actor.id : who);
  return found ?? refuse('unknown_reference', { field, participant: who });
}

/** An outcome that a field names, with its state. */
export async function requireOutcomeIn(
  connection: Connection,
  field: string,
  id: string,
): Promise<Pick<Outcome, 'id' | 'state'> | Refusal> {
  const [outcome] = await outcomeAncestors(connection, id);
  return outcome ?? refuse('unknown_reference', { field, outcome: id });
}

/** The id of the outcome that work shall serve, or null; one that has ended is served no longer by anything new. */
export async function requireServed(
  connection: Connection,
  id: string | null | undefined,
): Promise<string | null | Refusal> {
  if (!id) return null;
  const outcome = await requireOutcomeIn(connection, 'serves', id);
  if ('refused' in outcome) return outcome;
  return outcome.state === 'open'
    ? outcome.id
    : refuse('wrong_state', { field: 'serves', state: outcome.state, expected: ['open'] });
}

/** The assignee's id, or null for nobody in particular. */
export async function resolveAssignee(
  connection: Connection,
  who: string | null | undefined,
  actor: Actor,
): Promise<string | null | Refusal> {
  if (!who) return null;
  const found = await requireParticipant(connection, 'assignee', who, actor);
  if ('refused' in found) return found;
  return found.status === 'retired'
    ? refuse('not_active', { field: 'assignee', participant: found.id, status: found.status })
    : found.id;
}

/**
 * The one who will be accountable: whoever is named, else the parent's owner for an agent's part of a larger work, else
 * the human who acts or stands behind the agent. Always human and active.
 */
export async function requireOwner(
  connection: Connection,
  named: string | undefined,
  actor: Actor,
  parent: StoredItem | null,
): Promise<string | Refusal> {
  const standing = actor.kind === 'human' ? actor.id : (parent?.contract.owner ?? actor.sponsor);
  const who = named ?? standing;
  if (who === actor.id && actor.kind === 'human') return who;
  const owner = who
    ? await requireParticipant(connection, 'owner', who, actor)
    : refuse('unknown_reference', { field: 'owner', participant: null });
  if ('refused' in owner) return owner;
  if (owner.kind !== 'human')
    return refuse('unknown_reference', {
      field: 'owner',
      participant: owner.id,
      problem: `${owner.name} is not human`,
    });
  return owner.status === 'active'
    ? owner.id
    : refuse('not_active', { field: 'owner', participant: owner.id, status: owner.status });
}
