import type { PolicyRule } from 'coact';
import { priorityWord } from './common.ts';

/** How a rule reads as a sentence: "When an agent delivers work of high risk or above: the owner approves it first". */

export type Level = 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
export type Approver = Extract<PolicyRule['then'], object>['approve']['by'][number];
type Approval = { by: readonly Approver[]; count?: number | undefined };
/** What ids are called. */
export type Names = { team: (id: string) => string; person: (id: string) => string };

export const listed = <One>(one: One | readonly One[] | undefined): readonly One[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly One[]) : [one as One];

const joined = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;

/** Acts on work, as a verb before the word "work". */
const workVerbs: Readonly<Record<string, string>> = {
  'work.claim': 'claims',
  'run.deliver': 'delivers',
  'run.release': 'gives back',
  'run.fail': 'gives up',
  'run.report': 'reports on',
  'run.heartbeat': 'keeps the lease on',
  'run.stop': 'stops a run of',
  'item.create': 'writes down',
  'item.update': 'changes',
  'item.commit': 'commits',
  'item.withdraw': 'withdraws',
  'item.cancel': 'cancels',
  'item.reopen': 'reopens',
  'item.assign': 'assigns',
  'item.move': 'moves',
  'item.take_over': 'takes over',
  'item.triage': 'triages',
  'item.comment': 'comments on',
  'item.depend': 'adds dependencies to',
  'item.undepend': 'removes dependencies from',
  'item.set_rights': 'sets who decides about',
  'item.share': 'shares',
  'item.unshare': 'stops sharing',
  'run.message': 'sends a message about',
  'run.use_tool': 'uses a tool for',
};

/** Other acts, whole. */
const otherActs: Readonly<Record<string, string>> = {
  'request.verify': 'verifies a delivery',
  'request.decide': 'decides',
  'request.reveal': 'sees a recommendation before judging',
  'request.create': 'makes a request',
  'request.respond': 'answers a request',
  'request.forward': 'passes a request on',
  'request.withdraw': 'takes a request back',
  'artifact.create': 'keeps an artifact',
  'policy.update': 'changes the rules',
  'participant.create': 'adds somebody',
  'participant.update': 'changes a participant',
  'participant.retire': 'retires somebody',
  'participant.invite': 'invites somebody',
  'participant.set_autonomy': 'sets how far an agent acts alone',
  'participant.set_email': 'changes somebody’s e-mail address',
  'participant.sign_out': 'ends somebody’s sessions and tokens',
  'outcome.create': 'writes down an outcome',
  'outcome.update': 'changes an outcome',
  'outcome.measure': 'measures an outcome',
  'outcome.end': 'ends an outcome',
  'team.create': 'makes a team',
  'team.update': 'changes a team',
  'import.create': 'imports a backlog',
  'stop.create': 'stops agents',
  'stop.lift': 'lifts a stop',
  'token.create': 'makes a token',
  'token.revoke': 'ends a token',
  'workspace.update': 'changes the workspace',
  'budget.increase': 'raises a budget',
  'budget.set': 'sets a budget',
  'directory.link': 'links the directory',
  'hold.lift': 'lifts a legal hold',
  'hold.place': 'places a legal hold',
  'invitation.create': 'invites to the workspace',
  'invitation.revoke': 'takes an invitation back',
  'participant.pseudonymise': 'pseudonymises somebody',
  'participant.reset_access': 'resets somebody’s access',
  'passkey.register': 'registers a passkey',
  'passkey.remove': 'removes a passkey',
  'passkey.rename': 'renames a passkey',
  'password.change': 'changes a password',
  'policy.simulate': 'tries rules on the past',
  'price.set': 'sets the price of a model',
  'provider.create': 'adds a way to sign in',
  'provider.delete': 'removes a way to sign in',
  'provider.update': 'changes a way to sign in',
  'request.see': 'looks at a request',
  'retention.set': 'sets how long things are kept',
  'sample.create': 'brings in the sample',
  'sample.remove': 'removes the sample',
  'session.end': 'signs out',
  'session.revoke': 'ends a session',
  'session.revoke_others': 'ends the other sessions',
  'team.add_member': 'adds a member to a team',
  'team.remove_member': 'takes a member out of a team',
  'view.create': 'saves a view',
  'view.delete': 'deletes a view',
  'view.update': 'changes a view',
};

const areas: Readonly<Record<string, string>> = {
  budget: 'budgets',
  directory: 'the directory',
  hold: 'legal holds',
  invitation: 'invitations',
  passkey: 'passkeys',
  password: 'passwords',
  price: 'prices',
  provider: 'ways to sign in',
  retention: 'retention',
  sample: 'the sample',
  session: 'sessions',
  artifact: 'artifacts',
  import: 'imports',
  item: 'items',
  outcome: 'outcomes',
  participant: 'participants',
  policy: 'the rules',
  request: 'requests',
  run: 'runs',
  stop: 'stops',
  team: 'teams',
  token: 'tokens',
  view: 'views',
  work: 'the queue',
  workspace: 'the workspace',
};
export const areaWord = (area: string): string => areas[area] ?? area;

/** One act by itself, for lists to choose from. */
export function actWord(act: string): string {
  if (act.endsWith('.*')) return `does anything with ${areaWord(act.slice(0, -2))}`;
  const verb = workVerbs[act];
  return verb ? `${verb} work` : (otherActs[act] ?? `uses ${act}`);
}

const levelPhrase: Record<Level, string> = {
  observer: 'only observes',
  recommender: 'recommends at most',
  'approver-gated': 'works under approval at most',
  reporting: 'acts and reports at most',
  autonomous: 'acts alone at most',
};

const kindWord = { human: 'a person', agent: 'an agent', system: 'a system' } as const;
const roleWord = {
  owner: 'the owner',
  sponsor: 'the sponsor',
  decider: 'the decider',
  lead: 'the lead of the team',
  department_lead: 'the lead of the department',
  admin: 'an admin',
} as const;

function subjectOf({ actorKind, autonomy, skill }: PolicyRule['when']): string {
  const kinds = joined(
    listed(actorKind).map((one) => kindWord[one]),
    'or',
  );
  const who = autonomy ? `an agent that ${levelPhrase[autonomy]}` : kinds || 'anybody';
  return skill === undefined ? who : `${who} with the skill “${skill}”`;
}

function traitsOf({ team, type, risk, priority, amount, reversible, external }: PolicyRule['when'], names: Names) {
  const or = (all: readonly string[]) => joined(all, 'or');
  const traits = [
    type !== undefined && `of the type ${or(listed(type))}`,
    team !== undefined && `of the team ${or(listed(team).map((one) => names.team(one)))}`,
    risk !== undefined && (risk === 'critical' ? 'of critical risk' : `of ${risk} risk or above`),
    priority !== undefined &&
      (priority === 0 ? 'of critical priority' : `of ${priorityWord(priority).toLowerCase()} priority or above`),
    amount !== undefined && `on which ${amount.toLocaleString()} or more may be spent`,
    reversible !== undefined && (reversible ? 'that can be undone' : 'that cannot be undone'),
    external !== undefined && (external ? 'that reaches outside' : 'that stays inside'),
  ];
  return traits.filter((one) => one !== false);
}

function actsOf({ action, decisionKind, ...when }: PolicyRule['when'], names: Names): string {
  const traits = joined(traitsOf(when, names), 'and');
  const acts = listed(action);
  const onWork = acts.flatMap((one) => workVerbs[one] ?? []);
  const whole = acts.filter((one) => !(one in workVerbs));
  const wholes = whole.filter((one) => one.endsWith('.*')).map((one) => areaWord(one.slice(0, -2)));
  const others = whole.filter((one) => !one.endsWith('.*')).map(actWord);
  const parts = [
    ...(acts.length === 0 ? ['does anything'] : []),
    ...(wholes.length > 0 ? [`does anything with ${joined(wholes, 'or')}`] : []),
    ...others,
    ...(onWork.length > 0 ? [`${joined(onWork, 'or')} work`] : []),
  ];
  const kinds = decisionKind === undefined ? '' : `, as a decision about ${joined(listed(decisionKind), 'or')}`;
  if (!traits) return `${joined(parts, 'or')}${kinds}`;
  return `${joined(parts, 'or')}${kinds} ${onWork.length > 0 ? traits : `about work ${traits}`}`;
}

/** "When an agent delivers work of high risk or above". */
export const whenSentence = ({ when }: Pick<PolicyRule, 'when'>, names: Names): string =>
  `When ${subjectOf(when)} ${actsOf(when, names)}`;

const approverWord = (one: Approver, names: Names): string =>
  typeof one === 'object' ? names.person(one.participant) : roleWord[one];

/** "the owner or an admin approves it first". */
export function approvalWord({ by, count = 1 }: Approval, names: Names): string {
  const all = by.map((one) => approverWord(one, names));
  return count === 1 ? `${joined(all, 'or')} approves it first` : `${count} of ${joined(all, 'and')} approve it first`;
}

export function thenSentence({ then }: Pick<PolicyRule, 'then'>, names: Names): string {
  if (then === 'allow') return 'nothing more is asked';
  if (then === 'forbid') return 'it is forbidden';
  return approvalWord(then.approve, names);
}
