import type { Passkey } from 'coact';
import { useState } from 'react';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { passkeysInstead, passkeysWorkHere } from '../state/passkeys.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { NewPasskey } from './new-passkey.tsx';
import { PasskeyRow } from './passkey-row.tsx';

const says = words.access.passkeys;

/** My passkeys: where each is, and how to add, rename and remove them. */
export function Passkeys() {
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  const { answer, trouble } = useQuery<{ items: Passkey[] }>(String(changes), () => server.passkey.list());
  return (
    <>
      <p className="mb-2 text-muted">{says.note}</p>
      {answer?.items.length === 0 && <p className="text-muted">{says.none}</p>}
      <ul className="divide-y divide-line">
        {answer?.items.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onChanged={changed} />
        ))}
      </ul>
      <TroubleNote trouble={trouble} />
      {passkeysWorkHere() ? <NewPasskey onMade={changed} /> : <NotHere />}
    </>
  );
}

function NotHere() {
  const instead = passkeysInstead();
  return (
    <p className="mt-3 text-sm text-muted">
      {says.nowhere}{' '}
      {instead && (
        <>
          {says.instead}{' '}
          <a href={instead} className="text-accent underline underline-offset-2">
            {instead}
          </a>
          .
        </>
      )}
    </p>
  );
}
