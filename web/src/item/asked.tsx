import type { Request } from 'coact';
import { useName } from '../parts/badge.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';

/** "Waits for Ana to answer, asked 3 d ago". */
export function Asked({ request: { kind, to, createdAt } }: { request: Request }) {
  const name = useName('participant' in to ? to.participant : null);
  const team = useStore(({ teams }) => ('team' in to ? teams.get(to.team)?.name : undefined));
  const whom = 'participant' in to ? name : 'role' in to ? words.item.anyOf(to.role) : words.item.team(team ?? '…');
  const isMe = useStore(({ me }) => 'participant' in to && to.participant === me?.id);
  return (
    <>
      {words.item.waitsFor(isMe ? null : whom, kind)} <Ago at={createdAt} />
    </>
  );
}
