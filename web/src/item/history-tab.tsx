import { type Event, type Item, paged } from 'coact';
import { useState } from 'react';
import { Badge, useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { detailIn } from './detail-in.ts';
import { type KindOf, kindsIn } from './kinds-in.ts';

const FEW = 60;

/** Everything that happened, the newest first: who, on whose behalf, on what authority, and what led to it. */
export function HistoryTab({ item }: { item: Item }) {
  const changes = useStore((state) => state.openedChanges);
  const [isAll, setAll] = useState(false);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () =>
    Array.fromAsync(paged(server.item.history, { id: item.id, limit: 200 })),
  );
  const newest = answer?.toReversed() ?? [];
  const byId = new Map(newest.map((event) => [event.id, event]));
  const kindOf = kindsIn(newest);
  const shown = isAll ? newest : newest.slice(0, FEW);
  return (
    <div className="max-w-[48rem]">
      <TroubleNote trouble={trouble} />
      <ol className="space-y-3">
        {shown.map((event) => (
          <Fact key={event.id} event={event} kindOf={kindOf} cause={event.cause ? byId.get(event.cause) : undefined} />
        ))}
      </ol>
      {shown.length < newest.length && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={() => setAll(true)}>
          {words.item.allOf(newest.length)}
        </Button>
      )}
    </div>
  );
}

type FactProps = { event: Event; kindOf: KindOf; cause: Event | undefined };

function Fact({ event, kindOf, cause }: FactProps) {
  const { id, actor, type, at, authority } = event;
  const isCoact = actor.kind === 'system';
  const name = useName(isCoact ? null : actor.id);
  const detail = detailIn(event);
  return (
    <li className="flex gap-2.5">
      <Badge id={isCoact ? null : actor.id} as={words.item.who} />
      <div className="min-w-0 flex-1">
        <p>
          {name} {words.common.eventWord(type, kindOf(event))}{' '}
          <span className="text-sm text-muted">
            ·{' '}
            <Link to={{ page: 'ledger', chosen: id }} className="underline-offset-2 hover:underline">
              <Ago at={at} />
            </Link>
          </span>
        </p>
        {detail && <p className="prose line-clamp-4 text-muted">{detail}</p>}
        <p className="text-sm text-muted">
          {words.common.sentence([words.common.authorityWord(authority)].join(''))}
          {event.onBehalfOf.map((one) => (
            <OnBehalf key={one} of={one} />
          ))}
          {event.cause && <Because id={event.cause} cause={cause} kindOf={kindOf} />}
        </p>
      </div>
    </li>
  );
}

function OnBehalf({ of }: { of: string }) {
  const name = useName(of);
  return ` · ${words.item.onBehalfOf(name)}`;
}

/** What led to it; where that was not about this item, the ledger knows. */
function Because({ id, cause, kindOf }: { id: string; cause: Event | undefined; kindOf: KindOf }) {
  const name = useName(cause && cause.actor.kind !== 'system' ? cause.actor.id : null);
  return (
    <>
      {' · '}
      <Link to={{ page: 'ledger', chosen: id }} className="underline underline-offset-2">
        {cause
          ? words.item.because(name, words.common.eventWord(cause.type, kindOf(cause)))
          : words.item.causeElsewhere}
      </Link>
    </>
  );
}
