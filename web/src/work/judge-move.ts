import type { ItemSummary, Me, Participant, Team } from 'coact';
import type { Group } from './look.ts';

/** What moving an item to another lane means, or why it means nothing. */
export type Move =
  | { does: 'nothing' }
  | { does: 'commit' | 'withdraw' | 'claim' | 'release' }
  | { does: 'update'; patch: Partial<Pick<ItemSummary, 'priority' | 'owner' | 'risk' | 'serves'>> }
  | { does: 'assign'; assignee: string | null }
  | { does: 'triage'; team: string }
  | { why: WhyNot };

/** `who` is an id of somebody whom the sentence names. */
export type WhyNot = { is: Reason; who?: string | null };
export type Reason =
  | 'not yours'
  | 'ended'
  | 'commit first'
  | 'somebody works'
  | 'held'
  | 'only by delivery'
  | 'only by verdict'
  | 'return by verdict'
  | 'cancel from menu'
  | 'reopen with reason'
  | 'release first'
  | 'owners are people'
  | 'being done'
  | 'team stays';

export type MoveFacts = {
  me: Pick<Me, 'id' | 'role'>;
  people: ReadonlyMap<string, Participant>;
  teams: ReadonlyMap<string, Team>;
};

type State = ItemSummary['state'];
type Asked = { item: ItemSummary; facts: MoveFacts };

/** Judges by the rules that the server has too; what only the server can know, it refuses itself. */
export function judgeMove({ item, facts, group, to }: Asked & { group: Group; to: string }): Move {
  if (group === 'state') return item.state === to ? { does: 'nothing' } : changeState({ item, facts }, to as State);
  if (group === 'none') return { does: 'nothing' };
  if (item.state === 'done' || item.state === 'cancelled') return { why: { is: 'ended' } };
  return changeField({ item, facts }, group, to);
}

/** From → to, as said in the life of an item; what is not here can't be done by moving. */
const ways: Partial<Record<`${State} ${State}`, (asked: Asked) => Move>> = {
  'draft ready': (asked) => ifMine(asked, { does: 'commit' }),
  'ready draft': (asked) => ifMine(asked, { does: 'withdraw' }),
  'ready active': ({ item, facts }) =>
    item.assignee !== null && item.assignee !== facts.me.id
      ? { why: { is: 'held', who: item.assignee } }
      : { does: 'claim' },
  'active ready': ({ item, facts }) =>
    item.executor === facts.me.id ? { does: 'release' } : { why: { is: 'somebody works', who: item.executor } },
  'draft active': () => ({ why: { is: 'commit first' } }),
  'review active': () => ({ why: { is: 'return by verdict' } }),
  'done ready': () => ({ why: { is: 'reopen with reason' } }),
};

function changeState(asked: Asked, to: State): Move {
  const { item } = asked;
  const way = ways[`${item.state} ${to}`];
  if (way) return way(asked);
  if (to === 'cancelled' && item.state !== 'done') return { why: { is: 'cancel from menu' } };
  if (item.state === 'done' || item.state === 'cancelled') return { why: { is: 'ended' } };
  if (to === 'done') return { why: { is: 'only by verdict' } };
  if (to === 'review') return { why: { is: 'only by delivery', who: item.executor } };
  return item.state === 'review'
    ? { why: { is: 'return by verdict' } }
    : { why: { is: 'release first', who: item.executor } };
}

function changeField(asked: Asked, group: Exclude<Group, 'state' | 'none'>, to: string): Move {
  const { item, facts } = asked;
  const wanted = to === '' ? null : to;
  if (group === 'team') return changeTeam(item, to);
  if (group === 'executor') return changeExecutor(asked, wanted);
  if (String(item[group] ?? '') === to) return { does: 'nothing' };
  if (group === 'owner' && facts.people.get(to)?.kind !== 'human') return { why: { is: 'owners are people' } };
  if (group === 'owner') return { does: 'update', patch: { owner: to } };
  if (group === 'risk') return { does: 'update', patch: { risk: to as ItemSummary['risk'] } };
  if (group === 'serves') return { does: 'update', patch: { serves: wanted } };
  return { does: 'update', patch: { priority: wanted === null ? null : Number(wanted) } };
}

/** A key names the team, so work stays where it was written; only what is still in the intake goes elsewhere. */
function changeTeam(item: ItemSummary, to: string): Move {
  if (item.team === to) return { does: 'nothing' };
  return item.intake ? { does: 'triage', team: to } : { why: { is: 'team stays' } };
}

function changeExecutor({ item, facts }: Asked, wanted: string | null): Move {
  if (wanted === (item.executor ?? item.assignee)) return { does: 'nothing' };
  if (item.executor !== null) return { why: { is: 'being done', who: item.executor } };
  const isLead = facts.teams.get(item.team)?.lead === facts.me.id;
  return isLead ? { does: 'assign', assignee: wanted } : ifMine({ item, facts }, { does: 'assign', assignee: wanted });
}

/** Handing out and taking back are the owner's; admins stand in. Whether a contract may be edited, only the server knows. */
const ifMine = ({ item, facts }: Asked, move: Move): Move =>
  item.owner === facts.me.id || facts.me.role === 'admin' ? move : { why: { is: 'not yours', who: item.owner } };
