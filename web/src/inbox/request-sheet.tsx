import type { InboxEntry } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { When } from '../parts/time.tsx';
import { go } from '../state/route.ts';
import { asksIn } from './asks-in.ts';
import { DecisionForm } from './decision-form.tsx';
import { ExceptionForm } from './exception-form.tsx';
import { HandoffForm } from './handoff-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { ReviewForm } from './review-form.tsx';

const asks: Record<InboxEntry['kind'], string> = {
  question: 'asked',
  decision: 'asked for a decision',
  proposal: 'proposed this',
  handoff: 'offered this to you',
  review: 'delivered this',
  exception: 'reported this',
};

const forms = {
  question: QuestionForm,
  decision: DecisionForm,
  proposal: HandoffForm,
  handoff: HandoffForm,
  review: ReviewForm,
  exception: ExceptionForm,
} as const;

/** One request: who asks what about which item, why it stands where it stands, and the form that answers it. */
export function RequestSheet({ entry }: { entry: InboxEntry }) {
  const Form = forms[entry.kind];
  return (
    <article className="px-4 py-4 md:px-8 md:py-7">
      <BackToInbox />
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <Person id={entry.from} as="Asked by" />
        <span>
          {asks[entry.kind]} <When at={entry.createdAt} />
          {entry.due && (
            <>
              {' '}
              · due <When at={entry.due} />
            </>
          )}
        </span>
      </p>
      <h2 className="prose mt-3 text-lg font-semibold">{asksIn(entry)}</h2>
      {entry.itemKey && (
        <p className="mt-1.5 flex max-w-[44rem]">
          <ItemLink itemKey={entry.itemKey}>{entry.kind !== 'review' && entry.itemTitle}</ItemLink>
        </p>
      )}
      {entry.why.length > 0 && <p className="mt-3 text-sm text-muted">Why it is here: {entry.why.join('; ')}.</p>}
      <div className="mt-6">
        <Form entry={entry} />
      </div>
    </article>
  );
}

export const BackToInbox = () => (
  <Button look="quiet" className="mb-2 -ml-3 md:hidden" onClick={() => go({ page: 'inbox', chosen: null })}>
    ← Inbox
  </Button>
);
