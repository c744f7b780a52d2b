import type { ItemSummary, Request } from 'coact';
import { useName } from '../parts/badge.tsx';
import { Age } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { answers } from '../words.ts';

/** What has to happen before the item moves, and by whom; nothing where it is free to move. */
export function Waits({ item }: { item: ItemSummary }) {
  const asked = useStore((state) => state.asked.get(item.id));
  const [request] = asked ?? [];
  if (request) return <Asked request={request} more={(asked?.length ?? 1) - 1} />;
  if (item.openBlockers > 0) return <>{`Comes after ${count(item.openBlockers, 'other item')}`}</>;
  if (item.openChildren > 0 && item.state !== 'draft') return <>{`${count(item.openChildren, 'part')} still open`}</>;
  return item.overdue ? <span className="text-fail">Overdue</span> : null;
}

export function Asked({ request: { kind, to, createdAt }, more = 0 }: { request: Request; more?: number }) {
  const name = useName('participant' in to ? to.participant : null);
  const whom = 'participant' in to ? (name === 'You' ? 'you' : name) : 'role' in to ? `any ${to.role}` : 'a team';
  return (
    <>
      Waits for {whom} to {answers[kind]}
      {more > 0 && ` and ${more} more`} · <Age at={createdAt} />
    </>
  );
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
