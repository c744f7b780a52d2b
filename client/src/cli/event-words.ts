import { isRecord } from '../is-record.ts';
import type { Event } from '../index.ts';
import type { Names } from './names.ts';
import { oneLine } from './terminal.ts';

/** What somebody did, in the past tense; the item's key follows. */
const verbs: Readonly<Record<string, string>> = {
  'item.created': 'wrote down',
  'item.imported': 'imported',
  'item.revised': 'edited',
  'item.answered': 'had an answer written into',
  'item.assigned': 'assigned',
  'item.moved': 'moved',
  'item.committed': 'committed',
  'item.withdrawn': 'withdrew',
  'item.claimed': 'started',
  'item.handed_over': 'took over',
  'item.taken_over': 'took over',
  'item.triaged': 'triaged',
  'item.run_stopped': 'stopped the run on',
  'item.overran': 'used up a budget on',
  'run.messaged': 'sent word to whoever works on',
  'run.tool_permitted': 'was permitted to use a tool for',
  'run.reported': 'reported on',
  'item.released': 'gave back',
  'item.failed': 'could not do',
  'item.lost': 'saw the lease end on',
  'item.delivered': 'delivered',
  'item.accepted': 'accepted',
  'item.returned': 'returned',
  'item.retried': 'put back in the queue',
  'item.cancelled': 'cancelled',
  'item.reopened': 'reopened',
  'request.opened': 'asked about',
  'request.answered': 'answered a request on',
  'request.declined': 'declined a request on',
  'request.approved': 'approved, as one of several, what was asked for on',
  'request.agreed': 'said whether they agree to a decision on',
  'request.advised': 'gave input to a decision on',
  'request.judged': 'judged, before seeing the recommendation, on',
  'request.voted': 'chose, as one of several who decide, on',
  'request.escalated': 'asked somebody above to decide on',
  'item.rights_set': 'said who decides about',
  'request.withdrawn': 'withdrew a request on',
  'request.expired': 'let a request expire on',
};

const asked: Readonly<Record<string, string>> = {
  question: 'asked about',
  decision: 'asked for a decision on',
  proposal: 'made a proposal for',
  handoff: 'offered to hand over',
  review: 'asked for a review of',
  exception: 'raised an exception on',
};

/** One event in words: "cert-bot delivered OPS-12: The new certificate is served". */
export function eventInWords({ type, actor, item, data, subject }: Event, names: Names): string {
  const who = actor.kind === 'system' ? 'Coact' : names.of('actor', actor.id);
  const opened = type === 'request.opened' ? asked[String(data['kind'])] : undefined;
  const told = opened ?? verbs[type] ?? type.split('.').toReversed().join(' ').replaceAll('_', ' ');
  const what = item?.key ?? (verbs[type] ? 'something' : (subject && names.of('participant', subject)) || '');
  const detail = detailOf(data);
  return oneLine(`${who} ${told} ${what}${detail && detail !== what ? `: ${detail}` : ''}`);
}

function detailOf(data: Record<string, unknown>): string {
  const { title, activity, summary, reason, text, name, contract, body } = data;
  const inside = [contract, body].find(isRecord);
  const found = [title, activity, summary, reason, text, name, inside?.['title'], inside?.['text']].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return typeof found === 'string' ? found : '';
}
