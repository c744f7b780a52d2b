import type { WebhookDelivery } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Ago, When } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.webhooks;
const choices = Object.entries(says.shown);
type State = WebhookDelivery['state'];

/** What was sent to a webhook, the newest first, with every attempt; dead letters are sent again from here. */
export function WebhookDeliveries({ id, onReplayed }: { id: string; onReplayed: () => void }) {
  const [shown, setShown] = useState('all');
  const [looks, setLooks] = useState(0);
  const state = shown === 'all' ? {} : { state: shown as State };
  const { answer, trouble } = useQuery(`${id}.${shown}.${looks}`, () =>
    server.webhook.deliveries({ id, limit: 50, ...state }),
  );
  const { busy, trouble: failed, run } = useAct();
  const lookAgain = () => setLooks((count) => count + 1);
  const replay = async (some?: string) => {
    const sent = await run(async () => {
      const { replayed } = await server.webhook.replay({ id, ...(some && { deliveries: [some] }) });
      toast({ text: says.replayed(replayed) });
    });
    if (!sent) return;
    lookAgain();
    if (!some) onReplayed();
  };
  return (
    <div className="mt-3 rounded-md border border-line p-3">
      <div className="mb-2 flex flex-wrap items-end gap-2">
        <SelectField label={says.show} options={choices} value={shown} onChoose={setShown} />
        <Button onClick={lookAgain}>{says.refresh}</Button>
        <Button disabled={busy} onClick={() => void replay()}>
          {says.replayAll}
        </Button>
      </div>
      <TroubleNote trouble={trouble ?? failed} />
      {answer?.items.length === 0 && <p className="text-muted">{says.noDeliveries}</p>}
      <ul className="divide-y divide-line" aria-live="polite">
        {answer?.items.map((one) => (
          <DeliveryRow key={one.id} delivery={one} onReplay={() => void replay(one.id)} />
        ))}
      </ul>
    </div>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: () => void }) {
  const { type, state, createdAt, nextAt, attempts } = delivery;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{type}</span>
        <span className={state === 'dead' ? 'font-medium text-fail' : 'text-muted'}>{says.states[state]}</span>
        <span className="text-sm text-muted">
          <Ago at={createdAt} />
        </span>
        {nextAt && attempts.length > 0 && (
          <span className="text-sm text-muted">
            {says.next} <When at={nextAt} />
          </span>
        )}
        {state !== 'pending' && (
          <Button className="ml-auto" aria-label={says.replayOf(type)} onClick={onReplay}>
            {says.replay}
          </Button>
        )}
      </div>
      <ul className="text-sm text-muted">
        {attempts.map(({ at, status, ms, error }) => (
          <li key={at} className="[overflow-wrap:anywhere]">
            <Ago at={at} /> · {says.answered(status)} · {says.ms(ms)}
            {error && ` · ${error}`}
          </li>
        ))}
      </ul>
    </li>
  );
}
