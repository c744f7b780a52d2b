import type { Webhook } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { type Shown, ShownSecret } from './shown-secret.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';

const says = words.webhooks;

/** The webhooks that are sent, each with how it stands, and how to add one. */
export function Webhooks() {
  const [changes, setChanges] = useState(0);
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const { answer, trouble } = useQuery(`webhooks.${changes}`, () => server.webhook.list());
  const changed = () => setChanges((count) => count + 1);
  return (
    <section aria-labelledby="webhooks-out">
      <h3 id="webhooks-out" className="font-semibold">
        {says.out}
      </h3>
      <p className="mb-2 text-muted">{says.outNote}</p>
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="mb-2">{says.none}</p>}
      <ul className="divide-y divide-line">
        {answer?.items.map((one) => (
          <WebhookRow
            key={one.id}
            webhook={one}
            onEdit={() => setEdited(one)}
            onChanged={changed}
            onSecret={setShown}
          />
        ))}
      </ul>
      <Button className="mt-3" onClick={() => setEdited('new')}>
        {says.add}
      </Button>
      {edited && (
        <WebhookForm
          {...(edited !== 'new' && { webhook: edited })}
          onClose={() => setEdited(null)}
          onSaved={(made) => {
            setEdited(null);
            setShown(made);
            changed();
          }}
        />
      )}
      {shown && <ShownSecret shown={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
