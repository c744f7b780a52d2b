import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { HookForm } from './hook-form.tsx';
import { HookRow } from './hook-row.tsx';
import { type Shown, ShownSecret } from './shown-secret.tsx';

const says = words.webhooks;

/** The addresses at which other systems tell of something, and how to add one. */
export function Hooks() {
  const [changes, setChanges] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const { answer, trouble } = useQuery(`hooks.${changes}`, () => server.hook.list());
  const changed = () => setChanges((count) => count + 1);
  return (
    <section aria-labelledby="webhooks-in">
      <h3 id="webhooks-in" className="font-semibold">
        {says.in}
      </h3>
      <p className="mb-2 text-muted">{says.inNote}</p>
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="mb-2">{says.noHooks}</p>}
      <ul className="divide-y divide-line">
        {answer?.items.map((one) => (
          <HookRow key={one.id} hook={one} onChanged={changed} onSecret={setShown} />
        ))}
      </ul>
      <Button className="mt-3" onClick={() => setAdding(true)}>
        {says.addHook}
      </Button>
      {isAdding && (
        <HookForm
          onClose={() => setAdding(false)}
          onSaved={(made) => {
            setAdding(false);
            setShown(made);
            changed();
          }}
        />
      )}
      {shown && <ShownSecret shown={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
