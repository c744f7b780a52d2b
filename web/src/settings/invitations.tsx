import { type Invitation, paged } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { When } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.access.invitations;

/** Who is invited and has not come in yet, and how to take that back. */
export function Invitations() {
  const [changes, setChanges] = useState(0);
  const { answer, trouble } = useQuery(String(changes), () =>
    Array.fromAsync(paged(server.invitation.list, { limit: 200 })),
  );
  return (
    <>
      {answer?.length === 0 && <p className="text-muted">{says.none}</p>}
      <ul className="divide-y divide-line">
        {answer?.map((one) => (
          <InvitationRow key={one.id} invitation={one} onRevoked={() => setChanges((count) => count + 1)} />
        ))}
      </ul>
      <TroubleNote trouble={trouble} />
    </>
  );
}

function InvitationRow({ invitation, onRevoked }: { invitation: Invitation; onRevoked: () => void }) {
  const people = useStore((state) => state.people);
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  const { busy, trouble, run } = useAct();
  const { id, name, participant, invitedBy, expiresAt } = invitation;
  const revoke = async () => {
    if (!(await run(() => server.invitation.revoke({ id })))) return;
    toast({ text: says.revoked });
    onRevoked();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1">
        <Link
          to={{ page: 'people', chosen: participant }}
          className="font-medium [overflow-wrap:anywhere] underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        <span className="block text-sm text-muted">
          {invitedBy ? says.by(nameOf(invitedBy)) : says.byServer}, {says.until} <When at={expiresAt} />
        </span>
      </span>
      <Button disabled={busy} aria-label={says.revokeOf(name)} onClick={() => void revoke()}>
        {says.revoke}
      </Button>
      <TroubleNote trouble={trouble} />
    </li>
  );
}
