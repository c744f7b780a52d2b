import type { Hook } from 'coact';
import { useState } from 'react';
import { useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Ago } from '../parts/time.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { RemoveForGood } from './remove-for-good.tsx';
import type { Shown } from './shown-secret.tsx';

const says = words.webhooks;

type HookRowProps = { hook: Hook; onChanged: () => void; onSecret: (shown: Shown) => void };

/** One address: who tells what there, and what came. */
export function HookRow({ hook, onChanged, onSecret }: HookRowProps) {
  const { id, name, form, address, participant, allows, enabled, version } = hook;
  const [isOpen, setOpen] = useState(false);
  const { busy, trouble, run } = useAct();
  const whose = useName(participant);
  const rotate = () =>
    run(async () => onSecret({ secret: (await server.hook.rotate({ id })).secret, address, isRotated: true }));
  const turn = async () => {
    if (await run(() => server.hook.update({ id, enabled: !enabled }, { ifMatch: version }))) onChanged();
  };
  return (
    <li className="py-3" aria-label={name}>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">{address}</p>
      <p className="text-sm text-muted">
        {says.forms[form]} · {whose} · {allows.map((act) => says.acts[act]).join(', ')}
        {!enabled && ` · ${says.off['by_hand']}`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button aria-label={says.receivedOf(name)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {says.received}
        </Button>
        <Button aria-label={says.rotateOf(name)} disabled={busy} onClick={() => void rotate().then(onChanged)}>
          {says.rotate}
        </Button>
        <Button
          aria-label={enabled ? says.switchOffOf(name) : says.switchOnOf(name)}
          disabled={busy}
          onClick={() => void turn()}
        >
          {enabled ? says.switchOff : says.switchOn}
        </Button>
        <RemoveForGood name={name} remove={() => server.hook.delete({ id })} onRemoved={onChanged} />
      </div>
      <TroubleNote trouble={trouble} />
      {isOpen && <Receipts id={id} />}
    </li>
  );
}

function Receipts({ id }: { id: string }) {
  const { answer, trouble } = useQuery(id, () => server.hook.receipts({ id }));
  return (
    <div className="mt-3 rounded-md border border-line p-3">
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="text-muted">{says.noDeliveries}</p>}
      <ul className="text-sm">
        {answer?.items.map(({ delivery, at, kind, outcome }) => (
          <li key={delivery} className="[overflow-wrap:anywhere]">
            <Ago at={at} /> · {kind} · {outcome} <span className="text-muted">{delivery.slice(0, 36)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
