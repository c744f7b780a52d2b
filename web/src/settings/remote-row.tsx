import type { RemoteAgent } from 'coact';
import { useState } from 'react';
import { useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Ago } from '../parts/time.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { RemoteCard } from './remote-card.tsx';
import { RemoveForGood } from './remove-for-good.tsx';

const says = words.a2a;

type RemoteRowProps = { remote: RemoteAgent; onEdit: () => void; onChanged: () => void };

/** One agent elsewhere: where it is, when it was heard, what is wrong, and what can be done about it. */
export function RemoteRow({ remote, onEdit, onChanged }: RemoteRowProps) {
  const { participant, url } = remote;
  const [isOpen, setOpen] = useState(false);
  const name = useName(participant);
  return (
    <li className="py-3" aria-label={name}>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">{url}</p>
      <Standing remote={remote} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button aria-label={says.cardOf(name)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {says.showCard}
        </Button>
        <Button aria-label={says.editRemoteOf(name)} onClick={onEdit}>
          {says.edit}
        </Button>
        <RemoveForGood
          name={name}
          remove={() => server.participant.removeRemote({ id: participant })}
          onRemoved={onChanged}
        />
      </div>
      {isOpen && <CardNow id={participant} />}
    </li>
  );
}

function Standing({ remote: { participant, scheme, heardAt, trouble, troubleAt } }: { remote: RemoteAgent }) {
  const status = useStore(({ people }) => people.get(participant)?.status ?? 'active');
  return (
    <p className="text-sm text-muted [overflow-wrap:anywhere]">
      {says.statuses[status] && `${says.statuses[status]} · `}
      {scheme === null ? says.signsInNot : says.signsIn(scheme)} ·{' '}
      {heardAt ? (
        <>
          {says.heard} <Ago at={heardAt} />
        </>
      ) : (
        says.never
      )}
      {trouble && troubleAt && (
        <strong className="block text-fail">
          {says.since} <Ago at={troubleAt} />: {trouble}
        </strong>
      )}
    </p>
  );
}

function CardNow({ id }: { id: string }) {
  const { answer, trouble } = useQuery(id, () => server.participant.remoteCard({ id }));
  return <RemoteCard read={answer} trouble={trouble} />;
}
