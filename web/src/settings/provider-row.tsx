import type { Provider } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { ProviderTest } from './provider-test.tsx';

const says = words.settings.signIn;

/** One provider: whom it lets in, and what can be done with it. */
export function ProviderRow({
  provider,
  onEdit,
  onRemoved,
}: {
  provider: Provider;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const { id, name, issuer, createPeople, mappings } = provider;
  const [tests, setTests] = useState(0);
  return (
    <li className="py-3" aria-label={name}>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">{issuer}</p>
      <p className="text-sm text-muted">
        {createPeople ? says.createsPeople : says.knownOnly}
        {mappings.length > 0 && ` · ${says.groupCount(mappings.length)}`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button aria-label={says.testOf(name)} onClick={() => setTests((count) => count + 1)}>
          {says.test}
        </Button>
        <Button aria-label={says.editOf(name)} onClick={onEdit}>
          {says.edit}
        </Button>
        <Remove provider={provider} onRemoved={onRemoved} />
      </div>
      {tests > 0 && <ProviderTest key={tests} id={id} />}
    </li>
  );
}

/** Says what follows from it before it is done. */
function Remove({ provider: { id, name }, onRemoved }: { provider: Provider; onRemoved: () => void }) {
  const [sure, setSure] = useState(false);
  const { busy, trouble, run } = useAct();
  const remove = async () => {
    if (!(await run(() => server.provider.delete({ id })))) return;
    toast({ text: says.removed(name) });
    onRemoved();
  };
  return (
    <>
      <Button
        disabled={busy}
        {...(!sure && { 'aria-label': says.removeOf(name) })}
        onClick={() => (sure ? void remove() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? says.removeSure : says.remove}
      </Button>
      {sure && <p className="basis-full text-sm text-fail">{says.removeNote}</p>}
      <TroubleNote trouble={trouble} />
    </>
  );
}
