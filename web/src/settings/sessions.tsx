import type { OpenSession } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Ago, When } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.access.sessions;
type Listed = { items: OpenSession[]; next: string | null };

/** Where I am signed in, or somebody else, and how to end it there. */
export function Sessions({ of = 'me' }: { of?: string }) {
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  const { answer, trouble: unread } = useQuery<Listed>(`${of}.${changes}`, () =>
    server.session.list({ participant: of, limit: 100 }),
  );
  const { busy, trouble, run } = useAct();
  const endOthers = async () => {
    let ended = 0;
    if (!(await run(async () => ({ ended } = await server.session.revokeOthers())))) return;
    toast({ text: says.othersEnded(ended) });
    changed();
  };
  return (
    <>
      <ul className="divide-y divide-line">
        {answer?.items.map((session) => (
          <SessionRow key={session.id} session={session} onEnded={changed} />
        ))}
      </ul>
      {answer?.items.length === 0 && <p className="text-muted">{says.nowhere}</p>}
      {answer?.next && <p className="text-sm text-muted">{says.more}</p>}
      <TroubleNote trouble={unread ?? trouble} />
      {of === 'me' && answer?.items.some(({ current }) => !current) && (
        <Button className="mt-3" disabled={busy} onClick={() => void endOthers()}>
          {says.endOthers}
        </Button>
      )}
    </>
  );
}

function SessionRow({ session, onEnded }: { session: OpenSession; onEnded: () => void }) {
  const { busy, trouble, run } = useAct();
  const { id, browser, current, createdAt, lastUsedAt, endsAt } = session;
  const end = async () => {
    if (!(await run(() => server.session.revoke({ id })))) return;
    toast({ text: says.ended });
    onEnded();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="font-medium [overflow-wrap:anywhere]">{browser}</span>
        {current && <span className="ml-2 rounded bg-hover px-1.5 py-0.5 text-sm">{says.this}</span>}
        <span className="block text-sm text-muted">
          {says.began} <Ago at={createdAt} />,{' '}
          {current ? (
            says.usedNow
          ) : (
            <>
              {says.used} <Ago at={lastUsedAt ?? createdAt} />
            </>
          )}
          , {says.ends} <When at={endsAt} />
        </span>
      </span>
      {!current && (
        <Button disabled={busy} aria-label={says.endOf(browser)} onClick={() => void end()}>
          {says.end}
        </Button>
      )}
      <TroubleNote trouble={trouble} />
    </li>
  );
}
