import { type Item, paged, type Request } from 'coact';
import { useState } from 'react';
import { Badge, useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { Asked } from './asked.tsx';
import type { Asking } from './acts.ts';
import { may } from './may.ts';
import { AnswerLink } from './needs.tsx';
import { Section } from './section.tsx';

const asking = ['question', 'handoff', 'exception'] as const satisfies readonly Asking[];
const FEW = 5;

/** Everything that was asked about the item; what is open comes first. */
export function Requests({ item, onAsk }: { item: Item; onAsk: (asking: Asking) => void }) {
  const changes = useStore((state) => state.openedChanges);
  const [isAll, setAll] = useState(false);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () =>
    Array.fromAsync(paged(server.request.list, { item: item.id, limit: 200 })),
  );
  const sorted = (answer ?? []).toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  const shown = isAll ? sorted : sorted.slice(0, FEW);
  return (
    <Section title={words.item.requests}>
      {may(item, 'request.create') && (
        <p className="mb-3 flex flex-wrap gap-2">
          {asking.map((kind) => (
            <Button key={kind} onClick={() => onAsk(kind)}>
              {words.item.acts[kind]}
            </Button>
          ))}
        </p>
      )}
      <TroubleNote trouble={trouble} />
      {answer && sorted.length === 0 && <p className="text-muted">{words.item.noRequests}</p>}
      <ul className="space-y-3">
        {shown.map((request) => (
          <One key={request.id} request={request} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Button look="quiet" className="mt-1 -ml-3" onClick={() => setAll(true)}>
          {words.item.allOf(sorted.length)}
        </Button>
      )}
    </Section>
  );
}

function One({ request }: { request: Request }) {
  const { kind, from, state, body, createdAt } = request;
  const name = useName(from);
  const isMine = useStore(({ inbox }) => inbox?.some(({ id }) => id === request.id) ?? false);
  const { text } = body;
  return (
    <li className="flex gap-2.5">
      <Badge id={from} as={words.item.askedBy} />
      <div className="min-w-0 flex-1">
        <p>
          {words.item.askedWhat(name, kind)}{' '}
          <span className="text-sm text-muted">
            · <Ago at={createdAt} />
          </span>
        </p>
        {typeof text === 'string' && <p className="prose">{text}</p>}
        <p className="text-sm text-muted">
          {state === 'open' ? <Asked request={request} /> : <Ended request={request} />}
        </p>
      </div>
      {isMine ? <AnswerLink request={request} /> : <TakeBack request={request} />}
    </li>
  );
}

/** How it ended, and what was said. */
function Ended({ request: { state, responder, answeredAt, response } }: { request: Request }) {
  const name = useName(responder);
  const said = ['answer', 'choice', 'reason', 'resolution']
    .map((part) => response?.[part])
    .find((one) => typeof one === 'string');
  return (
    <>
      {words.item.ended(state, responder ? name : null)} {answeredAt && <Ago at={answeredAt} />}
      {typeof said === 'string' && <span className="prose block text-base text-ink">{said}</span>}
    </>
  );
}

/** Whoever asked may say that no answer is needed any longer. */
function TakeBack({ request: { id, state, from, item } }: { request: Request }) {
  const me = useStore((one) => one.me?.id);
  const { busy, trouble, run } = useAct();
  if (state !== 'open' || from !== me) return null;
  return (
    <div>
      <Button
        look="quiet"
        disabled={busy}
        onClick={() =>
          void run(async () => {
            await server.request.withdraw({ id });
            if (item) await loadSome([item]);
          })
        }
      >
        {words.item.takeBack}
      </Button>
      <TroubleNote trouble={trouble} />
    </div>
  );
}
