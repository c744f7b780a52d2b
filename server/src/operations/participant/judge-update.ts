import { type Actor, authorise } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Participant } from '../../store/people.ts';
import type { CommandContext } from '../context.ts';
import type { LoadedForUpdate } from './load-for-update.ts';
import { refuseCoact, refuseRole, refuseSponsor, subjectFacts } from './subject.ts';

export const changeable = ['name', 'skills', 'teams', 'role', 'status', 'wipLimit', 'sponsor'] as const;
/** What changes of a participant: only the fields that differ from how things stand. */
export type Patch = Partial<Pick<Participant, (typeof changeable)[number]>>;

/** Why a participant may not be changed in this way, or null. */
export function judgeUpdate(context: CommandContext, loaded: LoadedForUpdate, patch: Patch): Refusal | null {
  const { subject } = loaded;
  return (
    refuseCoact(subject, 'participant.update') ??
    refuseVersion(context, loaded) ??
    refuseAct(context, loaded, patch) ??
    refuseRole(subject.kind, patch.role) ??
    refuseSponsor(subject.kind, patch.sponsor ?? undefined) ??
    refuseLastAdmin(loaded, patch) ??
    refuseAccountable(loaded, patch)
  );
}

const refuseVersion = ({ ifMatch }: CommandContext, { subject: { version } }: LoadedForUpdate): Refusal | null =>
  ifMatch === null || ifMatch === version ? null : refuse('version_conflict', { version });

/** Everybody may rename themselves; more than the name takes an admin or the sponsor, and who answers or rules an admin. */
function refuseAct({ actor, changes }: CommandContext, loaded: LoadedForUpdate, patch: Patch): Refusal | null {
  if (Object.keys(patch).every((field) => field === 'name')) return null;
  if ((patch.role || patch.sponsor) && !isAdmin(actor))
    return refuse('forbidden', { action: 'participant.update', allowed: ['admin'] });
  const authority = authorise(actor, 'participant.update', subjectFacts(loaded));
  if (isRefusal(authority)) return authority;
  changes.authorisedBy(authority);
  return null;
}

const isAdmin = ({ role }: Actor) => role === 'admin';

export function refuseLastAdmin(
  { subject, admins }: Pick<LoadedForUpdate, 'subject' | 'admins'>,
  { role, status }: Patch,
): Refusal | null {
  const leaves = (role !== undefined && role !== 'admin') || (status !== undefined && status !== 'active');
  return leaves && admins.every(({ id }) => id === subject.id) && admins.length > 0
    ? refuse('last_admin', { participant: subject.id })
    : null;
}

function refuseAccountable({ duties }: LoadedForUpdate, { status }: Patch): Refusal | null {
  const burdened = duties && Object.values(duties).some(({ length }) => length > 0);
  return status === 'retired' && burdened ? refuse('still_accountable', duties) : null;
}
