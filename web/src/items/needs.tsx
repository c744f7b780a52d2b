import type { Item, MissingPart } from 'coact';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { Section } from './section.tsx';
import { Asked } from './waits.tsx';

/** What the item needs before it can move, and from whom; nothing where it is free to move. */
export function Needs({ item }: { item: Item }) {
  const asked = useStore((state) => state.asked.get(item.id));
  const mine = useStore((state) => state.inbox);
  const isDraft = item.state === 'draft';
  if (!isDraft && !asked && item.openBlockers === 0) return null;
  return (
    <Section title="What it needs">
      {isDraft && <Readiness item={item} />}
      <ul className="space-y-1.5">
        {item.openBlockers > 0 && (
          <li>{`${item.openBlockers} other ${item.openBlockers === 1 ? 'item has' : 'items have'} to be finished first.`}</li>
        )}
        {asked?.map((request) => (
          <li key={request.id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <Asked request={request} />
              {typeof request.body['text'] === 'string' && request.kind !== 'review' && (
                <span className="line-clamp-2 text-muted">{request.body['text']}</span>
              )}
            </span>
            {mine?.some(({ id }) => id === request.id) && (
              <Button onClick={() => go({ page: 'inbox', chosen: request.id })}>
                {request.kind === 'review' ? 'Verify' : 'Answer'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A draft names what it lacks; when it lacks nothing, its owner can hand it out. */
function Readiness({ item }: { item: Item }) {
  const { answer, trouble } = useQuery(`${item.id}.${item.version}`, () => server.item.readiness({ id: item.id }));
  const { busy, trouble: refused, run } = useAct();
  if (!answer) return <TroubleNote trouble={trouble} />;
  if (answer.missing.length === 0) {
    return (
      <div className="mb-2">
        <p className="mb-2">Everything that has to be said is said.</p>
        <Button look="primary" disabled={busy} onClick={() => void run(() => server.item.commit({ id: item.id }))}>
          Say it is ready
        </Button>
        <TroubleNote trouble={refused} />
      </div>
    );
  }
  return (
    <>
      <p className="mb-1">Before anybody can be asked to do it:</p>
      <Parts parts={answer.missing} />
      {answer.advised.length > 0 && (
        <>
          <p className="mt-3 mb-1 text-muted">It would be clearer with:</p>
          <Parts parts={answer.advised} />
        </>
      )}
    </>
  );
}

const Parts = ({ parts }: { parts: readonly MissingPart[] }) => (
  <ul className="mb-2 space-y-1">
    {parts.map(({ part, hint }) => (
      <li key={part} className="flex gap-2">
        <span aria-hidden="true" className="text-muted">
          ○
        </span>
        {hint}
      </li>
    ))}
  </ul>
);
