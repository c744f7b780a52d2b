import { CoactError, type Provider } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import { ProviderTest } from './provider-test.tsx';
import { RemoveForGood } from './remove-for-good.tsx';

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

/** Whoever was told that people know no other way in, and presses once more, means it. */
function Remove({ provider: { id, name }, onRemoved }: { provider: Provider; onRemoved: () => void }) {
  const [leftOut, setLeftOut] = useState(0);
  const remove = async () => {
    try {
      await server.provider.delete({ id, leavesOut: leftOut > 0 });
      return true;
    } catch (error) {
      if (!(error instanceof CoactError && error.code === 'only_way_in')) throw error;
      setLeftOut(Number(error.problem['count']));
      return false;
    }
  };
  return (
    <RemoveForGood
      {...{ name, remove, onRemoved }}
      note={leftOut > 0 ? says.leftOut(leftOut) : says.removeNote}
      {...(leftOut > 0 && { sureText: says.removeAnyway })}
    />
  );
}
