import type { InboxEntry } from 'coact';
import { useEffect } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { When } from '../parts/time.tsx';
import { go } from '../state/route.ts';
import { noticeExpiry } from '../state/session.ts';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import { asksIn } from './asks-in.ts';
import { DecisionForm } from './decision-form.tsx';
import { startLooking } from './dwell.ts';
import { Escalate } from './escalate.tsx';
import { ExceptionForm } from './exception-form.tsx';
import { HandoffForm } from './handoff-form.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { ReviewForm } from './review-form.tsx';

const says = words.inbox;

const forms = {
  question: QuestionForm,
  decision: DecisionForm,
  proposal: ProposalForm,
  handoff: HandoffForm,
  review: ReviewForm,
  exception: ExceptionForm,
} as const;

/** One request: who asks what about which item, why it stands where it stands, and the form that answers it. */
export function RequestSheet({ entry }: { entry: InboxEntry }) {
  const Form = forms[entry.kind];
  useLook(entry);
  return (
    <article className="px-4 py-4 md:px-8 md:py-7">
      <BackToInbox />
      <div className="flex items-start gap-3 md:items-center">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <Person id={entry.from} as={says.askedBy} />
          <span>
            {says.asks[entry.kind]} <When at={entry.createdAt} />
            {entry.due && (
              <>
                {' '}
                · {says.due} <When at={entry.due} />
              </>
            )}
          </span>
        </p>
        <Escalate entry={entry} />
      </div>
      <h2 className="prose mt-3 text-lg font-semibold">{asksIn(entry)}</h2>
      {entry.itemKey && (
        <p className="mt-1.5 flex max-w-[44rem]">
          <ItemLink itemKey={entry.itemKey}>{entry.kind !== 'review' && entry.itemTitle}</ItemLink>
        </p>
      )}
      {entry.why.length > 0 && <p className="mt-3 text-sm text-muted">{says.why(entry.why.join('; '))}</p>}
      <div className="mt-6">
        <Form entry={entry} />
      </div>
    </article>
  );
}

/** A look shorter than this is only walking past. */
const LOOK_MS = 1_000;

/** The first look is told, and how long each takes is counted, so that thinking, waiting and waving through can be told apart. */
function useLook({ id, firstSeenAt }: InboxEntry): void {
  useEffect(() => startLooking(id), [id]);
  useEffect(() => {
    if (firstSeenAt !== null) return undefined;
    const timer = setTimeout(() => void server.request.see({ id }).catch(noticeExpiry), LOOK_MS);
    return () => clearTimeout(timer);
  }, [id, firstSeenAt]);
}

export const BackToInbox = () => (
  <Button look="quiet" className="mb-2 -ml-3 md:hidden" onClick={() => go({ page: 'inbox', chosen: null })}>
    {says.back}
  </Button>
);
