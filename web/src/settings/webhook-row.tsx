import type { Webhook } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useName } from '../parts/badge.tsx';
import { Ago } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { RemoveForGood } from './remove-for-good.tsx';
import type { Shown } from './shown-secret.tsx';
import { WebhookDeliveries } from './webhook-deliveries.tsx';
import { useFilterWords } from './webhook-filter.tsx';

const says = words.webhooks;

type WebhookRowProps = {
  webhook: Webhook;
  onEdit: () => void;
  onChanged: () => void;
  onSecret: (shown: Shown) => void;
};

/** One webhook: where it sends what, how it stands, and what can be done with it. */
export function WebhookRow({ webhook, onEdit, onChanged, onSecret }: WebhookRowProps) {
  const { id, name, url, version, status } = webhook;
  const [opened, setOpened] = useState(0);
  const { busy, trouble, run } = useAct();
  const test = async () => {
    if (!(await run(() => server.webhook.test({ id })))) return;
    toast({ text: says.tested });
    // The answer is there in a moment, not at once.
    setTimeout(() => setOpened((count) => count + 1), 900);
  };
  const rotate = () =>
    run(async () => onSecret({ secret: (await server.webhook.rotate({ id })).secret, isRotated: true }));
  const isOn = status === 'active';
  const turn = async () => {
    if (await run(() => server.webhook.update({ id, active: !isOn }, { ifMatch: version }))) onChanged();
  };
  return (
    <li className="py-3" aria-label={name}>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">{url}</p>
      <Standing webhook={webhook} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button aria-label={says.testOf(name)} disabled={busy || !isOn} onClick={() => void test()}>
          {says.test}
        </Button>
        <Button
          aria-label={says.logOf(name)}
          aria-expanded={opened > 0}
          onClick={() => setOpened((count) => (count > 0 ? 0 : 1))}
        >
          {says.log}
        </Button>
        <Button aria-label={says.editOf(name)} onClick={onEdit}>
          {says.edit}
        </Button>
        <Button aria-label={says.rotateOf(name)} disabled={busy} onClick={() => void rotate().then(onChanged)}>
          {says.rotate}
        </Button>
        <Button
          aria-label={isOn ? says.switchOffOf(name) : says.switchOnOf(name)}
          disabled={busy}
          onClick={() => void turn()}
        >
          {isOn ? says.switchOff : says.switchOn}
        </Button>
        <RemoveForGood name={name} remove={() => server.webhook.delete({ id })} onRemoved={onChanged} />
      </div>
      <TroubleNote trouble={trouble} />
      {opened > 0 && <WebhookDeliveries key={opened} id={id} onReplayed={onChanged} />}
    </li>
  );
}

function Standing({ webhook }: { webhook: Webhook }) {
  const { carries, participant, types, status, disabledBecause, failingSince, pending, dead } = webhook;
  const whose = useName(participant);
  const kept = useFilterWords(webhook);
  const kinds = types.map((type) => says.areas[type] ?? type).join(', ') || says.allTypes;
  const what = carries === 'assignments' ? says.forAgent(whose) : [kinds, kept].filter(Boolean).join(' · ');
  return (
    <p className="text-sm text-muted [overflow-wrap:anywhere]">
      {what} ·{' '}
      {status === 'active' ? (
        says.active
      ) : (
        <strong className="text-fail">{says.off[disabledBecause ?? 'by_hand']}</strong>
      )}
      {failingSince && status === 'active' && (
        <strong className="text-fail">
          {' '}
          · {says.failingSince} <Ago at={failingSince} />
        </strong>
      )}
      {pending > 0 && ` · ${says.pending(pending)}`}
      {dead > 0 && ` · ${says.dead(dead)}`}
    </p>
  );
}
