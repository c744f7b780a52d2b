import type { Work } from './policy/work.ts';
import { type Behind, type Paused, answersFor, explainPause } from './paused.ts';
import { type Refusal, isRefusal, refuse } from './refusals.ts';
import { type May, furthest, reaches } from './share.ts';
import type { Stopped } from './stop.ts';

/** Who acts: a participant with a role in the workspace. Jobs act as `system`. */
export type Actor = {
  id: string;
  kind: 'human' | 'agent' | 'system';
  role: 'admin' | 'member' | 'guest';
  status: 'active' | 'paused' | 'retired';
  /** The accountable human of an agent. */
  sponsor: string | null;
  /** How that human stands now; not looked at, unless stated. */
  behind?: Behind | null;
  /** By whom and why they are paused, where it is known. */
  paused?: Paused | null;
  /** What stops an agent now; nothing, unless stated. */
  stopped?: Stopped | null;
  /** Of a guest: the items that were shared with them, by id, and how far. */
  shares?: Readonly<Record<string, May>> | null;
  /** What the token is kept to, that they act by; everything, unless stated. */
  scopes?: readonly string[] | null;
  /** The teams that the token is kept to, with those below them; null or nothing: every team. */
  limitedTo?: readonly string[] | null;
};

/** How the actor stands to what the act is about; an operation states the ones that it knows. */
export type Facts = {
  owner?: string | null;
  creator?: string | null;
  executor?: string | null;
  /** The human behind the executing agent. */
  executorSponsor?: string | null;
  teamLead?: string | null;
  /** Whether a request is addressed to the actor, directly or through a team or role. */
  addressed?: boolean;
  /** The participant that the act is about. */
  subject?: string | null;
  subjectSponsor?: string | null;
  /** Whether the actor is a member of the team that the act is about. */
  memberOfTeam?: boolean;
  /** The work that the act is about: what the rules of the policy ask of. */
  work?: Work | null;
  /** Whether it is about whatever work stands best to the actor, and not yet about one piece of it. */
  anyWork?: boolean;
};

/** Each says yes or no about one actor; a rule names those of which one suffices. */
const standings = {
  anyone: () => true,
  member: ({ role }: Actor) => role !== 'guest',
  'system member': ({ role, kind }: Actor) => role !== 'guest' && kind === 'system',
  'human member': ({ role, kind }: Actor) => role !== 'guest' && kind === 'human',
  admin: ({ role }: Actor) => role === 'admin',
  owner: ({ id }: Actor, { owner }: Facts) => id === owner,
  creator: ({ id }: Actor, { creator }: Facts) => id === creator,
  executor: ({ id }: Actor, { executor }: Facts) => id === executor,
  'human admin': ({ role, kind }: Actor) => role === 'admin' && kind === 'human',
  'human team lead': ({ id, kind }: Actor, { teamLead }: Facts) => kind === 'human' && id === teamLead,
  'sponsor of the executor': ({ id }: Actor, { executorSponsor }: Facts) => id === executorSponsor,
  'team lead': ({ id }: Actor, { teamLead }: Facts) => id === teamLead,
  addressee: (_: Actor, { addressed }: Facts) => addressed === true,
  'addressed human': ({ kind }: Actor, { addressed }: Facts) => kind === 'human' && addressed === true,
  'Coact itself': ({ kind, role }: Actor) => kind === 'system' && role === 'admin',
  self: ({ id }: Actor, { subject }: Facts) => id === subject,
  'human self': ({ id, kind }: Actor, { subject }: Facts) => kind === 'human' && id === subject,
  sponsor: ({ id }: Actor, { subjectSponsor }: Facts) => id === subjectSponsor,
  'executing agent': ({ id, kind }: Actor, { executor }: Facts) => kind === 'agent' && id === executor,
  'agent itself': ({ id, kind }: Actor, { subject }: Facts) => kind === 'agent' && id === subject,
  'agent of the team': ({ kind }: Actor, { memberOfTeam }: Facts) => kind === 'agent' && memberOfTeam === true,
  'commenting guest': (actor: Actor, facts: Facts) => reaches(shareOf(actor, facts), 'comment'),
  'working guest': (actor: Actor, facts: Facts) => reaches(shareOf(actor, facts), 'work'),
  'guest with work': ({ shares }: Actor) => furthest(shares ?? {}) === 'work',
} satisfies Record<string, (actor: Actor, facts: Facts) => boolean>;

/** How far a guest may go with the work that the act is about. */
const shareOf = ({ role, shares }: Actor, { work, anyWork }: Facts): May | undefined =>
  role !== 'guest' || !shares ? undefined : anyWork ? furthest(shares) : shares[work?.id ?? ''];

export type Standing = keyof typeof standings;

/** What somebody is to all acts alike, whatever they are about. */
const alike: ReadonlySet<Standing> = new Set<Standing>([
  'anyone',
  'member',
  'system member',
  'human member',
  'admin',
  'human admin',
  'Coact itself',
]);

/**
 * The base policy: who may do what. It is safe as shipped: agents cannot commit, accept or cancel work, nor change people,
 * teams or their own standing, since each of those asks for an owner (always human), a lead, a sponsor or an admin.
 */
export const basePolicy = {
  'workspace.read': ['anyone'],
  'workspace.update': ['human admin'],
  'budget.set': ['human admin', 'sponsor', 'human team lead'],
  'budget.increase': ['owner', 'admin', 'sponsor', 'team lead', 'executing agent', 'agent itself', 'agent of the team'],
  'price.set': ['human admin'],
  'session.create': ['anyone'],
  'session.end': ['anyone'],
  'setup.complete': ['anyone'],
  'sign_in.read': ['anyone'],
  'sign_in.complete': ['anyone'],
  'provider.read': ['human admin'],
  'provider.create': ['human admin'],
  'provider.update': ['human admin'],
  'provider.delete': ['human admin'],
  'webhook.read': ['human admin'],
  'webhook.manage': ['human admin'],
  'hook.read': ['human admin'],
  'hook.manage': ['human admin'],
  'check.report': ['system member', 'human admin'],
  'session.revoke': ['admin', 'self'],
  'session.revoke_others': ['human self'],
  'password.change': ['self'],
  'password.reset': ['anyone'],
  'passkey.add': ['human self'],
  'passkey.change': ['self'],
  'invitation.create': ['admin'],
  'invitation.read': ['admin'],
  'invitation.revoke': ['admin'],
  'participant.create': ['admin', 'human member'],
  'participant.update': ['admin', 'sponsor'],
  'participant.retire': ['admin', 'sponsor'],
  'participant.invite': ['admin'],
  'participant.reset_access': ['admin'],
  'participant.set_email': ['human admin'],
  'participant.sign_out': ['admin', 'sponsor'],
  'participant.set_autonomy': ['sponsor', 'human admin'],
  'participant.set_remote': ['human admin'],
  'participant.rename': ['admin', 'sponsor', 'self'],
  'token.create': ['admin', 'sponsor', 'human self'],
  'token.revoke': ['admin', 'sponsor', 'self'],
  'team.create': ['admin'],
  'team.update': ['admin', 'team lead'],
  'item.create': ['member'],
  'item.revise': ['owner', 'admin', 'creator'],
  'item.commit': ['owner', 'admin'],
  'item.withdraw': ['owner', 'admin'],
  'item.assign': ['owner', 'admin', 'team lead'],
  'item.triage': ['owner', 'team lead', 'admin'],
  'item.take_over': ['owner', 'sponsor of the executor', 'human team lead', 'human admin'],
  'item.cancel': ['owner', 'admin'],
  'task.cancel': ['creator'],
  'task.push': ['creator'],
  'intake.set': ['human admin', 'human team lead'],
  'item.set_rights': ['owner', 'admin'],
  'item.reopen': ['owner', 'admin'],
  'item.depend': ['owner', 'admin', 'creator', 'executor'],
  'item.comment': ['member', 'commenting guest'],
  'item.share': ['owner', 'team lead', 'admin'],
  'item.import': ['human member'],
  'outcome.create': ['human member'],
  'outcome.update': ['owner', 'admin', 'creator'],
  'outcome.measure': ['owner', 'admin', 'creator'],
  'outcome.end': ['owner', 'admin', 'creator'],
  'artifact.create': ['member', 'guest with work'],
  'work.claim': ['member', 'working guest'],
  'run.report': ['executor'],
  'run.release': ['executor', 'owner', 'sponsor of the executor', 'admin'],
  'run.stop': ['owner', 'sponsor of the executor', 'team lead', 'admin'],
  'run.message': ['owner', 'sponsor of the executor', 'team lead', 'admin'],
  'request.create': ['member', 'working guest'],
  'request.see': ['addressee'],
  'request.forward': ['addressee', 'creator', 'admin'],
  'request.respond': ['addressee', 'admin'],
  'request.verify': ['addressed human', 'admin'],
  'request.withdraw': ['creator', 'admin'],
  'stop.create': ['admin', 'sponsor', 'team lead'],
  'stop.lift': ['admin', 'sponsor', 'team lead'],
  'view.create': ['member'],
  'view.change': ['creator', 'admin'],
  'sample.create': ['admin'],
  'sample.remove': ['admin'],
  'policy.read': ['member'],
  'hold.place': ['human admin'],
  'hold.lift': ['human admin'],
  'hold.read': ['admin'],
  'retention.set': ['human admin'],
  'participant.pseudonymise': ['human admin'],
  'policy.simulate': ['human admin'],
  'policy.update': ['human admin'],
  'ledger.read': ['member'],
  'directory.link': ['admin'],
  'job.run': ['Coact itself'],
} as const satisfies Record<string, readonly Standing[]>;

export type Action = keyof typeof basePolicy;

/** Why an act was allowed: it goes into the ledger with the act. */
export type Authority = { rule: string };

/**
 * Judges one act. Paused and retired participants may do nothing at all, nor may whoever acts for one of them: nobody lends
 * what they do not have. Whoever is refused learns who could.
 */
export function authorise(actor: Actor, action: Action, facts: Facts = {}): Authority | Refusal {
  const away = refuseAway(actor);
  if (away) return away;
  const allowed: readonly Standing[] = basePolicy[action];
  const standing = allowed.find((one) => standings[one](actor, facts));
  if (!standing) return refuse('forbidden', { action, allowed });
  return { rule: `base: ${standing} may ${action}` };
}

/** Refuses what is not for such an actor, whatever it is about; null where that has to be looked at. */
export function refuseOutright(actor: Actor, action: Action): Refusal | null {
  const allowed: readonly Standing[] = basePolicy[action];
  if (!allowed.every((one) => alike.has(one))) return null;
  const judged = authorise(actor, action);
  return isRefusal(judged) ? judged : null;
}

/** Why somebody may do nothing at all, or null. */
export function refuseAway({ id, status, paused, behind }: Actor): Refusal | null {
  if (status !== 'active')
    return refuse('not_active', { participant: id, status, ...(paused && explainPause(paused)) });
  if (!behind || answersFor(behind)) return null;
  const { id: sponsor, name, status: standing, role } = behind;
  return refuse('sponsor_away', { sponsor: { id: sponsor, name }, status: standing, role });
}
