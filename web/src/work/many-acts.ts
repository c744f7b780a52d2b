import type { ItemSummary } from 'coact';
import { type Act, actOnMany } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import { words } from '../words/index.ts';
import { actOfEdit, actOfMove } from './act-of-move.ts';
import { judgeMove } from './judge-move.ts';
import { whyText } from './not-moved.tsx';

/** One act for many items. */
export type ManyAct =
  | { is: 'commit' }
  | { is: 'cancel'; reason: string }
  | { is: 'assign'; assignee: string | null }
  | { is: 'owner'; owner: string }
  | { is: 'priority'; priority: number | null }
  | { is: 'label'; label: string }
  | { is: 'team'; team: string };

export type ManyResult = { done: number; refused: readonly { item: ItemSummary; why: string }[] };

/** Does one act with many items; what the page knows to be pointless is refused here with its reason, the rest by the server with its own. */
export async function actWithMany(items: readonly ItemSummary[], act: ManyAct): Promise<ManyResult> {
  const planned = items.map((item) => ({ item, plan: planFor(item, act) }));
  const acts = planned.flatMap(({ plan }) => (typeof plan === 'string' ? [] : [plan]));
  const here = planned.flatMap(({ item, plan }) => (typeof plan === 'string' ? [{ item, why: plan }] : []));
  const { done, refused } = await actOnMany(acts);
  const byId = new Map(items.map((item) => [item.id, item]));
  const there = refused.flatMap(({ item: id, trouble }) => {
    const item = byId.get(id);
    return item ? [{ item, why: `${trouble.message} ${trouble.hint}`.trim() }] : [];
  });
  return { done, refused: [...here, ...there] };
}

/** What to do with one of them, or in words why nothing. */
function planFor(item: ItemSummary, act: ManyAct): Act | string {
  const { many } = words.work;
  if (act.is === 'commit') return item.state === 'draft' ? byMove(item, 'state', 'ready') : many.notDraft;
  if (act.is === 'assign') return byMove(item, 'executor', act.assignee ?? '');
  if (act.is === 'owner') return byMove(item, 'owner', act.owner);
  if (act.is === 'priority') return byMove(item, 'priority', String(act.priority ?? ''));
  if (act.is === 'team') return byMove(item, 'team', act.team);
  if (act.is === 'label')
    return item.labels.includes(act.label) ? many.already : actOfEdit(item, { labels: [...item.labels, act.label] });
  const { reason } = act;
  const call = () => server.item.cancel({ id: item.id, ...(reason && { reason }) });
  return { item: item.id, shows: { state: 'cancelled' }, call };
}

function byMove(
  item: ItemSummary,
  group: 'state' | 'executor' | 'owner' | 'priority' | 'team',
  to: string,
): Act | string {
  const { me, people, teams } = getState();
  if (!me) return '';
  const move = judgeMove({ item, group, to, facts: { me, people, teams } });
  if ('why' in move) return whyText(move.why, { people, me: me.id });
  return move.does === 'nothing' ? words.work.many.already : actOfMove(item, move, me.id);
}
