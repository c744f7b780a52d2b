import type { Provider } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { ProviderForm } from './provider-form.tsx';
import { ProviderRow } from './provider-row.tsx';

const says = words.settings.signIn;

/** How people sign in: the providers, each with what it does, and how to add, test, change and remove one. */
export function SignInSettings() {
  const [changes, setChanges] = useState(0);
  const [edited, setEdited] = useState<Provider | 'new' | null>(null);
  const { answer, trouble } = useQuery(`providers.${changes}`, () => server.provider.list());
  const changed = () => setChanges((count) => count + 1);
  return (
    <div className="max-w-xl">
      <p className="mb-4 text-muted">{says.note}</p>
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="mb-4">{says.none}</p>}
      <ul className="divide-y divide-line">
        {answer?.items.map((one) => (
          <ProviderRow key={one.id} provider={one} onEdit={() => setEdited(one)} onRemoved={changed} />
        ))}
      </ul>
      <Button className="mt-3" onClick={() => setEdited('new')}>
        {says.add}
      </Button>
      {edited && (
        <ProviderForm
          {...(edited !== 'new' && { provider: edited })}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            changed();
          }}
        />
      )}
    </div>
  );
}
