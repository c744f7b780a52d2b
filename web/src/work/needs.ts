import type { ItemSummary, Request } from 'coact';
import { words } from '../words/index.ts';
import { isOpen, isStalled } from './filter/conditions.ts';
import type { Facts } from './filter/facts.ts';

/** What has to happen before an item moves, and since when it waits for that; null where it is free to move. */
export type Needs = { text: string; since: string | null; isLate: boolean };

type NeedsFacts = Facts & { blockers: ReadonlyMap<string, readonly string[]> };

export function needsOf(item: ItemSummary, facts: NeedsFacts): Needs | null {
  if (!isOpen(item)) return null;
  const { needs } = words.work;
  const asked = facts.asked.get(item.id);
  if (asked?.[0]) return { text: askedOf(asked[0], asked.length - 1, facts), since: asked[0].createdAt, isLate: false };
  if (item.openBlockers > 0) return { text: comesAfter(item, facts), since: null, isLate: false };
  if (item.openChildren > 0 && item.state !== 'draft')
    return { text: needs.parts(item.openChildren), since: null, isLate: false };
  if (isStalled(item, facts)) return { text: needs.stalled, since: item.run?.reportedAt ?? null, isLate: true };
  if (item.overdue) return { text: needs.overdue, since: item.due, isLate: true };
  return item.intake ? { text: needs.intake, since: null, isLate: false } : null;
}

function askedOf({ kind, to, body }: Request, more: number, facts: Facts): string {
  const { needs } = words.work;
  const says =
    typeof body['text'] === 'string' && body['text'] !== '' && kind !== 'review' ? needs.asking(body['text']) : '';
  return `${needs.request(whom(to, facts), words.common.answers[kind])}${more > 0 ? needs.more(more) : ''}${says}`;
}

function whom(to: Request['to'], { me, people, teams }: Facts): string {
  const { needs } = words.work;
  if ('role' in to) return needs.anyRole(to.role);
  if ('team' in to) return needs.team(teams.get(to.team)?.name ?? '…');
  return to.participant === me ? needs.you : (people.get(to.participant)?.name ?? '…');
}

function comesAfter(item: ItemSummary, { blockers, items }: NeedsFacts): string {
  const keys = (blockers.get(item.id) ?? []).map((id) => items.get(id)?.key ?? '').filter(Boolean);
  const { needs } = words.work;
  return keys.length > 0
    ? needs.after(keys.slice(0, 2), item.openBlockers - Math.min(2, keys.length))
    : needs.afterSome(item.openBlockers);
}
