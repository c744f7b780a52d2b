import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Addressee } from '../domain/request.ts';
import { findTeam } from '../store/teams.ts';
import type { CommandContext } from './context.ts';
import { requireParticipant } from './references.ts';
import { addressee } from './resources/request.ts';

/** Whom a request is for, as callers name them. */
export const namedAddressee = z.union([addressee, z.string().min(1).max(200)], {
  error: 'names nobody: give a participant (id, name, e-mail address), `team:KEY`, `role:admin` or `role:member`',
});
export const whoMayBeAsked = 'A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`)';

type Named = z.output<typeof addressee>;

/** Reads `team:OPS` and `role:admin`; any other text names a participant. */
function parseAddressee(to: Named | string): Named | Refusal {
  if (typeof to !== 'string') return to;
  const [, scheme, name = ''] = /^(team|role):(.*)$/.exec(to) ?? [];
  if (scheme === 'team') return { team: name };
  if (scheme !== 'role') return { participant: to };
  return name === 'admin' || name === 'member'
    ? { role: name }
    : refuse('unknown_reference', { field: 'to', role: name });
}

/** Finds whom a request is for: somebody who is there to answer. */
export async function resolveAddressee(
  { connection, actor }: CommandContext,
  named: Named | string,
): Promise<Addressee | Refusal> {
  const to = parseAddressee(named);
  if (isRefusal(to) || 'role' in to) return to;
  if ('team' in to) {
    const team = await findTeam(connection, to.team);
    return team ? { team: team.id } : refuse('unknown_reference', { field: 'to', team: to.team });
  }
  if (to.participant === actor.id) return to;
  const found = await requireParticipant(connection, 'to', to.participant, actor);
  if (isRefusal(found)) return found;
  return found.status === 'active'
    ? { participant: found.id }
    : refuse('not_active', { field: 'to', participant: found.id, status: found.status });
}
