import type { ItemSummary, InboxEntry } from 'coact';

/** The texts of the page that are not said in one place only. */

export const states: Record<ItemSummary['state'], string> = {
  draft: 'Draft',
  ready: 'Ready',
  active: 'In work',
  review: 'In review',
  done: 'Done',
  cancelled: 'Cancelled',
};

export const kinds: Record<InboxEntry['kind'], string> = {
  question: 'Question',
  decision: 'Decision',
  proposal: 'Proposal',
  handoff: 'Handoff',
  review: 'Review',
  exception: 'Exception',
};

/** What somebody does about a request of each kind, as in "waits for Ana to answer". */
export const answers: Record<InboxEntry['kind'], string> = {
  question: 'answer',
  decision: 'decide',
  proposal: 'accept or reject a proposal',
  handoff: 'accept or decline a handoff',
  review: 'verify',
  exception: 'resolve an exception',
};

const priorities = ['Critical', 'High', 'Medium', 'Low', 'Lowest'] as const;
export const priorityWord = (priority: number | null): string =>
  priority === null ? '' : (priorities[priority] ?? '');

export const risks = { low: 'Low risk', medium: 'Medium risk', high: 'High risk', critical: 'Critical risk' } as const;

export const resolutions = [
  ['retry', 'Try again', 'The work goes back to the queue.'],
  ['reassign', 'Give it to somebody else', 'Name who shall do it.'],
  ['rescope', 'Rewrite the contract', 'The work goes back to draft.'],
  ['split', 'Split it', 'You will make smaller items of it.'],
  ['waive', 'Go on without', 'What was missing is no longer needed.'],
  ['fixed', 'It is fixed', 'The cause is out of the way.'],
  ['cancel', 'Cancel the work', 'Nobody shall do it.'],
] as const;

export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What happened, after the name of who did it. */
const events: Record<string, string> = {
  'act.refused': 'was refused',
  'act.refused_more': 'was refused again and again',
  'item.created': 'wrote this down',
  'item.imported': 'imported this',
  'item.revised': 'edited the contract',
  'item.answered': 'had an answer written into the contract',
  'item.assigned': 'assigned it',
  'item.moved': 'moved it',
  'item.committed': 'said it is ready',
  'item.withdrawn': 'took it back to draft',
  'item.claimed': 'started',
  'item.handed_over': 'took over',
  'item.commented': 'commented',
  'item.released': 'gave it back',
  'item.failed': 'could not do it',
  'item.lost': 'noticed that the lease ended',
  'item.delivered': 'delivered',
  'item.accepted': 'accepted the delivery',
  'item.returned': 'returned the delivery',
  'item.retried': 'put it back in the queue',
  'item.cancelled': 'cancelled it',
  'item.reopened': 'took it up again',
  'item.triaged': 'took it in',
  'item.rights_set': 'said who decides',
  'item.run_stopped': 'stopped the run',
  'item.overran': 'used up a budget, which ended the run',
  'item.taken_over': 'took the work over',
  'run.reported': 'reported',
  'run.messaged': 'sent a message to the run',
  'run.tool_permitted': 'was permitted to use a tool',
  'request.opened': 'asked',
  'request.answered': 'answered',
  'request.declined': 'declined',
  'request.seen': 'looked at a request',
  'request.forwarded': 'passed a request on',
  'request.agreed': 'said whether they agree',
  'request.advised': 'gave input to a decision',
  'request.judged': 'judged before seeing the recommendation',
  'request.voted': 'chose, as one of several who decide',
  'request.escalated': 'asked somebody above',
  'request.approved': 'approved, with others still to be asked',
  'request.withdrawn': 'took a request back',
  'request.expired': 'let a request expire',
  'outcome.created': 'set an outcome',
  'outcome.revised': 'edited an outcome',
  'outcome.measured': 'took a reading',
  'outcome.ended': 'ended an outcome',
  'view.created': 'saved a view',
  'view.updated': 'changed a view',
  'view.deleted': 'deleted a view',
  'participant.created': 'added somebody',
  'participant.pseudonymised': 'had somebody forgotten who has left',
  'hold.placed': 'placed a legal hold',
  'hold.lifted': 'lifted a legal hold',
  'retention.set': 'said how long contents are kept',
  'artifact.erased': 'erased a content whose time was over',
  'participant.updated': 'changed a participant',
  'participant.invited': 'invited somebody',
  'participant.autonomy_set': 'said how far an agent acts alone',
  'participant.email_set': 'changed an e-mail address',
  'policy.updated': 'changed the rules',
  'participant.retired': 'retired somebody',
  'stop.created': 'stopped agents',
  'stop.lifted': 'let agents go on',
  'team.created': 'made a team',
  'team.updated': 'changed a team',
  'member.added': 'took somebody into a team',
  'member.removed': 'took somebody out of a team',
  'setup.completed': 'set up their account',
  'workspace.created': 'made this workspace',
  'workspace.renamed': 'renamed the workspace',
  'workspace.currency_set': 'chose the currency',
  'budget.set': 'set a budget',
  'budget.increased': 'raised a budget',
  'price.set': 'set the price of a model',
  'ledger.key_created': 'made the key that signs the ledger',
  'token.created': 'made a token',
  'token.revoked': 'revoked a token',
  'session.created': 'signed in',
  'identity.linked': 'was recognised by a provider of sign-in',
  'provider.created': 'added a provider of sign-in',
  'provider.updated': 'changed a provider of sign-in',
  'provider.deleted': 'removed a provider of sign-in',
  'session.ended': 'signed out',
  'session.revoked': 'signed a browser out',
  'passkey.added': 'added a passkey',
  'passkey.renamed': 'renamed a passkey',
  'passkey.removed': 'removed a passkey',
  'password.reset': 'chose another password by a link',
  'participant.reset_offered': 'made a link to choose another password',
  'invitation.revoked': 'took an invitation back',
  'password.changed': 'changed a password',
  'artifact.created': 'kept an artifact',
  'sample.created': 'brought in sample work',
  'sample.removed': 'took the sample work away',
  'dependency.added': 'said what has to come first',
  'dependency.removed': 'lifted a dependency',
};

type Kind = InboxEntry['kind'];
const asked: Record<Kind, string> = {
  question: 'asked a question',
  decision: 'asked for a decision',
  proposal: 'made a proposal',
  handoff: 'offered a handoff',
  review: 'asked for verification',
  exception: 'reported an exception',
};
const answered: Record<Kind, string> = {
  question: 'answered the question',
  decision: 'decided',
  proposal: 'accepted the proposal',
  handoff: 'accepted the handoff',
  review: 'gave the verdicts',
  exception: 'resolved the exception',
};
const the: Record<Kind, string> = {
  question: 'the question',
  decision: 'the request for a decision',
  proposal: 'the proposal',
  handoff: 'the handoff',
  review: 'the request for verification',
  exception: 'the exception',
};
const requestEvents: Record<string, (kind: Kind) => string> = {
  'request.opened': (kind) => asked[kind],
  'request.answered': (kind) => answered[kind],
  'request.declined': (kind) => `declined ${the[kind]}`,
  'request.seen': (kind) => `looked at ${the[kind]}`,
  'request.forwarded': (kind) => `passed ${the[kind]} on`,
  'request.withdrawn': (kind) => `took ${the[kind]} back`,
  'request.expired': (kind) => `let ${the[kind]} expire`,
};

/** `kind` is that of the request that a request's event is about, where it is known. */
export const eventWord = (type: string, kind?: Kind): string =>
  (kind && requestEvents[type]?.(kind)) ?? events[type] ?? type.split('.').toReversed().join(' ').replaceAll('_', ' ');

/** "base: owner may item.commit" is written for the ledger; people read "as owner". */
export function authorityWord(rule: string): string {
  if (rule === 'none') return '';
  const standing = /^base: (.+) may /.exec(rule)?.[1];
  if (!standing) return rule;
  return standing === 'anyone' || standing === 'Coact itself' ? '' : `as ${standing}`;
}

/** Spans and moments: "3 d", "in 4 min", "3 d ago". */
export const spans = {
  days: (count: number) => `${count} d`,
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  now: 'now',
  soon: 'in a moment',
  justNow: 'just now',
  ahead: (span: string) => `in ${span}`,
  ago: (span: string) => `${span} ago`,
};

export const participants = { human: 'person', agent: 'agent', system: 'system', you: 'You', coact: 'Coact' };
/** A name within a sentence. */
export const inside = (name: string): string => (name === participants.you ? 'you' : name);
/** "Owner: Ana Keller (person)", for those who hear the page. */
export const faceWords = (as: string, name: string, kind: string): string => `${as}: ${name} (${kind})`;

export const troubles = {
  bug: 'The page made a mistake.',
  unreachable: 'The server cannot be reached.',
  unreachableHint: 'Nothing was lost here; try again in a moment.',
};

/** Removing something for good is asked once more. */
export const removal = {
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  sure: 'Remove it for good',
  removed: (name: string) => `${name} is removed.`,
};
