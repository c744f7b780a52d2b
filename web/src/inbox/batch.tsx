import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import { textsIn } from './asks-in.ts';
import { readReview } from './read-review.ts';
import { type Answer, answerMany } from './use-answer.ts';

const says = words.inbox.batch;

type BatchProps = { entries: readonly InboxEntry[]; onClear: () => void };

/** Several requests of one kind, answered alike in one go; each answer stands for itself. */
export function Batch({ entries, onClear }: BatchProps) {
  const [kind] = new Set(entries.map((entry) => entry.kind));
  const alike = kind !== undefined && entries.every((entry) => entry.kind === kind);
  return (
    <section aria-live="polite" className="shrink-0 space-y-3 border-t border-line bg-accent-soft p-4">
      <p className="flex items-center justify-between">
        <span className="font-medium">{says.count(entries.length)}</span>
        <Button look="quiet" onClick={onClear}>
          {says.clear}
        </Button>
      </p>
      {alike ? <Answers kind={kind} entries={entries} onClear={onClear} /> : <p className="text-muted">{says.mixed}</p>}
    </section>
  );
}

function Answers({ kind, entries, onClear }: BatchProps & { kind: InboxEntry['kind'] }) {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const send = (answerTo: (entry: InboxEntry) => Answer) => {
    setBusy(true);
    void answerMany(entries, answerTo).finally(() => {
      setBusy(false);
      onClear();
    });
  };
  const shared = { count: entries.length, busy, reason, onReason: setReason, send };
  if (kind === 'review') return <Accept {...shared} />;
  if (kind === 'handoff' || kind === 'proposal') return <TakeOver {...shared} />;
  if (kind === 'exception') return <Resolve {...shared} />;
  return <SameAnswer {...shared} options={commonOptions(entries)} isQuestion={kind === 'question'} />;
}

type AnswersProps = {
  count: number;
  busy: boolean;
  reason: string;
  onReason: (reason: string) => void;
  send: (answerTo: (entry: InboxEntry) => Answer) => void;
};

const passAll = ({ body }: InboxEntry): Answer => ({
  verdicts: readReview(body).criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' as const })),
});

const Accept = ({ count, busy, send }: AnswersProps) => (
  <>
    <p className="text-sm text-muted">{says.reviewNote}</p>
    <Button look="primary" disabled={busy} onClick={() => send(passAll)}>
      {says.review(count)}
    </Button>
  </>
);

const TakeOver = ({ count, busy, reason, onReason, send }: AnswersProps) => (
  <>
    <Button look="primary" disabled={busy} onClick={() => send(() => ({ accept: true }))}>
      {says.take(count)}
    </Button>
    <Field label={words.inbox.handoff.whyNot} value={reason} onChange={(event) => onReason(event.target.value)} />
    <Button disabled={busy || !reason.trim()} onClick={() => send(() => ({ accept: false, reason }))}>
      {says.decline(count)}
    </Button>
  </>
);

/** What needs nothing more than a reason; giving it to somebody else or cancelling wants a look at each. */
const batched = words.common.resolutions.filter(([value]) => ['retry', 'fixed', 'waive'].includes(value));

const Resolve = ({ count, busy, reason, onReason, send }: AnswersProps) => (
  <>
    <Field label={words.inbox.reason} value={reason} onChange={(event) => onReason(event.target.value)} />
    <p className="text-sm text-muted">{says.resolve(count)}</p>
    <div className="flex flex-wrap gap-2">
      {batched.map(([resolution, title]) => (
        <Button
          key={resolution}
          disabled={busy}
          onClick={() => send(() => ({ resolution, ...(reason.trim() && { reason }) }))}
        >
          {title}
        </Button>
      ))}
    </div>
  </>
);

function SameAnswer({
  count,
  busy,
  reason,
  onReason,
  send,
  options,
  isQuestion,
}: AnswersProps & { options: readonly string[]; isQuestion: boolean }) {
  const answer = (text: string): Answer => (isQuestion ? { answer: text } : { choice: text });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <Button key={option} disabled={busy} onClick={() => send(() => answer(option))}>
            {option}
          </Button>
        ))}
      </div>
      {isQuestion ? (
        <>
          <Field label={words.inbox.question.own} value={reason} onChange={(event) => onReason(event.target.value)} />
          <Button look="primary" disabled={busy || !reason.trim()} onClick={() => send(() => answer(reason))}>
            {says.answer(count)}
          </Button>
        </>
      ) : (
        options.length === 0 && <p className="text-muted">{says.noCommon}</p>
      )}
    </>
  );
}

function commonOptions(entries: readonly InboxEntry[]): string[] {
  const [first, ...others] = entries.map(({ body }) => textsIn(body, 'options'));
  return (first ?? []).filter((option) => others.every((all) => all.includes(option)));
}
