import type { RemoteAgent } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { RemoteForm } from './remote-form.tsx';
import { RemoteRow } from './remote-row.tsx';

const says = words.a2a;

/** The agents elsewhere that work is sent to, each with how it stands, and how to add one. */
export function Remotes() {
  const [changes, setChanges] = useState(0);
  const [edited, setEdited] = useState<RemoteAgent | 'new' | null>(null);
  const { answer, trouble } = useQuery(`remotes.${changes}`, () => server.participant.remotes());
  const changed = () => setChanges((count) => count + 1);
  return (
    <section aria-labelledby="a2a-out">
      <h3 id="a2a-out" className="font-semibold">
        {says.out}
      </h3>
      <p className="mb-2 text-muted">{says.outNote}</p>
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="mb-2">{says.none}</p>}
      <ul className="divide-y divide-line">
        {answer?.items.map((one) => (
          <RemoteRow key={one.participant} remote={one} onEdit={() => setEdited(one)} onChanged={changed} />
        ))}
      </ul>
      <Button className="mt-3" onClick={() => setEdited('new')}>
        {says.add}
      </Button>
      {edited && (
        <RemoteForm
          {...(edited !== 'new' && { remote: edited })}
          taken={answer?.items.map(({ participant }) => participant) ?? []}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            changed();
          }}
        />
      )}
    </section>
  );
}
