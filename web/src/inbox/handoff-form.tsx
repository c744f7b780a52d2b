import type { InboxEntry } from 'coact';
import { Evidence } from '../parts/evidence.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { textIn, textsIn } from './asks-in.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.inbox.handoff;

const parts = ['done', 'remaining', 'risks', 'expected'] as const;

/** Work that is offered: nothing moves until it is accepted; declining says why. */
export function HandoffForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send, complain } = useAnswer(entry);
  const [reason, setReason] = useDraft<string | null>(entry.id, 'reason', null);
  const decline = () =>
    reason?.trim() ? void send({ accept: false, reason }) : complain({ message: says.sayWhy, hint: says.sayWhyNote });
  const decision = textIn(entry.body, 'decision');
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {decision && (
        <p className="mb-4">
          <Link to={{ page: 'decisions', chosen: decision }} className="text-accent underline-offset-2 hover:underline">
            {words.decisions.performance.see}
          </Link>
        </p>
      )}
      <Offered entry={entry} />
      {reason !== null && (
        <TextField label={says.whyNot} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      )}
      <TroubleNote trouble={trouble} />
      <div className="mt-4 flex flex-wrap gap-2">
        {reason === null ? (
          <>
            <Button look="primary" data-key="a" hint="a" disabled={busy} onClick={() => void send({ accept: true })}>
              {decision ? words.decisions.performance.take : says.take}
            </Button>
            <Button data-key="r" data-press="" hint="r" disabled={busy} onClick={() => setReason('')}>
              {says.declining}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" disabled={busy} onClick={decline}>
              {says.decline}
            </Button>
            <Button look="quiet" onClick={() => setReason(null)}>
              {words.inbox.backToForm}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

function Offered({ entry: { body } }: { entry: InboxEntry }) {
  const artifacts = textsIn(body, 'artifacts');
  return (
    <dl className="mb-5 max-w-[44rem] space-y-3">
      {parts.map((part) => {
        const text = textIn(body, part);
        return (
          text && (
            <Part key={part} title={words.inbox.handoff[part]}>
              {text}
            </Part>
          )
        );
      })}
      {artifacts.map((sha256) => (
        <Evidence key={sha256} sha256={sha256} name={says.artifact} />
      ))}
    </dl>
  );
}

const Part = ({ title, children }: { title: string; children: string }) => (
  <div>
    <dt className="text-sm text-muted">{title}</dt>
    <dd className="prose">{children}</dd>
  </div>
);
