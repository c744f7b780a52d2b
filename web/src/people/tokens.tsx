import { type Participant, paged, type Token } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Ago, When } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { NewToken } from './new-token.tsx';
import { TokenReach } from './token-limits.tsx';

const says = words.people.tokens;

/** Somebody's tokens and sessions: where each is used, until when, and how to end it; and how to make another. */
export function Tokens({
  holder,
  sessions = true,
}: {
  holder: Pick<Participant, 'id' | 'status'>;
  /** Whether browsers that are signed in stand among them. */
  sessions?: boolean;
}) {
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  const { answer, trouble } = useQuery(`${holder.id}.${holder.status}.${changes}`, () =>
    Array.fromAsync(paged(server.token.list, { id: holder.id, limit: 200 })),
  );
  const shown = answer?.filter(({ purpose }) => sessions || purpose !== 'session');
  return (
    <>
      {shown?.length === 0 && <p className="text-muted">{says.none}</p>}
      <ul className="divide-y divide-line">
        {shown?.map((token) => (
          <TokenRow key={token.id} holder={holder.id} token={token} onEnded={changed} />
        ))}
      </ul>
      <TroubleNote trouble={trouble} />
      {holder.status !== 'retired' && <NewToken holder={holder.id} onMade={changed} />}
    </>
  );
}

function TokenRow({ holder, token, onEnded }: { holder: string; token: Token; onEnded: () => void }) {
  const [sure, setSure] = useState(false);
  const { busy, trouble, run } = useAct();
  const end = async () => {
    if (!(await run(() => server.token.revoke({ id: holder, token: token.id })))) return;
    toast({ text: says.revoked });
    onEnded();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="font-medium [overflow-wrap:anywhere]">{token.name || says.purposes[token.purpose]}</span>
        <span className="block text-sm text-muted">
          {says.purposes[token.purpose]}, {says.made} <Ago at={token.createdAt} />,{' '}
          {token.lastUsedAt ? (
            <>
              {words.access.lastUsed} <Ago at={token.lastUsedAt} />
            </>
          ) : (
            words.access.neverUsed
          )}
          ,{' '}
          {token.expiresAt ? (
            <>
              {says.ends} <When at={token.expiresAt} />
            </>
          ) : (
            says.never
          )}
          <TokenReach token={token} />
          {sure && <span className="block text-fail">{says.revokeNote}</span>}
        </span>
      </span>
      <Button disabled={busy} onClick={() => (sure ? void end() : setSure(true))} onBlur={() => setSure(false)}>
        {sure ? says.revokeSure : says.revoke}
      </Button>
      <TroubleNote trouble={trouble} />
    </li>
  );
}
