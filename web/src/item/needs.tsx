import type { Item, Request } from 'coact';
import { Link } from '../parts/link.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { BlockerLine } from './blocker-line.tsx';
import { Readiness } from './readiness.tsx';
import { Asked } from './asked.tsx';
import type { ReadinessAnswer } from './use-readiness.ts';

type Props = { item: Item; readiness: ReadinessAnswer; onJump: (part: string) => void };

/** What exactly the item needs before it moves, and from whom. */
export function Needs({ item, readiness, onJump }: Props) {
  const asked = useStore((state) => state.asked.get(item.id));
  const blockers = useStore((state) => state.blockers.get(item.id));
  const isDraft = item.state === 'draft';
  return (
    <section aria-label={words.item.needs} className="space-y-3 border-l-2 border-edge pl-4">
      {item.intake && (
        <p>
          {words.item.intake}{' '}
          <Link to={{ page: 'intake', chosen: item.key }} className="text-accent underline underline-offset-2">
            {words.item.toIntake}
          </Link>
        </p>
      )}
      {asked?.map((request) => (
        <Waiting key={request.id} request={request} />
      ))}
      {blockers?.map((id) => (
        <BlockerLine key={id} id={id} />
      ))}
      {isDraft && <Readiness {...{ item, readiness, onJump }} />}
      {!asked && !blockers && !isDraft && <p>{words.item.next(item)}</p>}
    </section>
  );
}

/** An open request; where it is the reader's to answer, the way leads into their inbox. */
function Waiting({ request }: { request: Request }) {
  const isMine = useStore(({ inbox }) => inbox?.some(({ id }) => id === request.id) ?? false);
  const { text } = request.body;
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <Asked request={request} />
        </p>
        {typeof text === 'string' && request.kind !== 'review' && (
          <p className="prose line-clamp-3 text-muted">{text}</p>
        )}
      </div>
      {isMine && <AnswerLink request={request} />}
    </div>
  );
}

export const AnswerLink = ({ request: { id, kind } }: { request: Request }) => (
  <Link
    to={{ page: 'inbox', chosen: id }}
    className="inline-flex min-h-8 shrink-0 items-center self-start rounded-md bg-accent px-3 font-medium text-accent-ink hover:brightness-110 max-md:min-h-10"
  >
    {kind === 'review' ? words.item.verify : words.item.answer}
  </Link>
);
