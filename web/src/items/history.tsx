import { type Event, type Item, paged } from 'coact';
import { Badge, useName } from '../parts/badge.tsx';
import { When } from '../parts/time.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { authorityWord, eventWord } from '../words.ts';
import { Section } from './section.tsx';

/** Everything that happened, the newest first: who, on whose behalf, on what authority. */
export function History({ item }: { item: Item }) {
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () =>
    Array.fromAsync(paged(server.item.history, { id: item.id, limit: 200 })),
  );
  return (
    <Section title="History">
      <TroubleNote trouble={trouble} />
      <ol className="space-y-3">
        {answer?.toReversed().map((event) => (
          <Fact key={event.id} event={event} />
        ))}
      </ol>
    </Section>
  );
}

function Fact({ event: { actor, type, at, data, authority, onBehalfOf } }: { event: Event }) {
  const isCoact = actor.kind === 'system';
  const name = useName(isCoact ? null : actor.id);
  const [sponsor] = onBehalfOf;
  const detail = detailIn(data);
  const right = authorityWord(authority);
  return (
    <li className="flex gap-2.5">
      <Badge id={isCoact ? null : actor.id} as="Who" />
      <div className="min-w-0 flex-1">
        <p>
          {name} {eventWord(type)}{' '}
          <span className="text-sm text-muted">
            · <When at={at} />
          </span>
        </p>
        {detail && <p className="prose line-clamp-4 text-muted">{detail}</p>}
        <p className="text-sm text-muted">
          {right}
          {sponsor && <OnBehalf sponsor={sponsor} after={right !== ''} />}
        </p>
      </div>
    </li>
  );
}

function OnBehalf({ sponsor, after }: { sponsor: string; after: boolean }) {
  const name = useName(sponsor);
  return `${after ? ', ' : ''}on behalf of ${name === 'You' ? 'you' : name}`;
}

/** The one text of a fact that people would ask for. */
function detailIn(data: Record<string, unknown>): string | null {
  const inside = [data['body'], data['response'], data['answer']].filter(
    (part): part is Record<string, unknown> => typeof part === 'object' && part !== null,
  );
  const fields = ['summary', 'reason', 'activity', 'text', 'answer', 'choice', 'resolution'];
  const found = [data, ...inside]
    .flatMap((part) => fields.map((field) => part[field]))
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof found === 'string') return found;
  return Array.isArray(data['verdicts']) ? reasonsIn(data['verdicts']) : null;
}

function reasonsIn(verdicts: unknown[]): string | null {
  const reasons = verdicts.flatMap((one) =>
    typeof one === 'object' && one !== null && 'reason' in one && typeof one.reason === 'string' ? [one.reason] : [],
  );
  return reasons.join('; ') || null;
}
