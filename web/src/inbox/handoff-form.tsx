import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Evidence } from '../parts/evidence.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { textIn, textsIn } from './asks-in.ts';
import { useAnswer } from './use-answer.ts';

const parts = [
  ['done', 'Done so far'],
  ['remaining', 'What remains'],
  ['risks', 'Risks'],
  ['expected', 'Expected output'],
] as const;

/** Work (or a proposal) that is offered: nothing moves until it is accepted; declining says why. */
export function HandoffForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send, complain } = useAnswer(entry);
  const [reason, setReason] = useState<string | null>(null);
  const decline = () =>
    reason?.trim()
      ? void send({ accept: false, reason })
      : complain({ message: 'Say why.', hint: 'Whoever asked has to know what to do next.' });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Offered entry={entry} />
      {reason !== null && (
        <TextField label="Why not?" value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      )}
      <TroubleNote trouble={trouble} />
      <div className="mt-4 flex flex-wrap gap-2">
        {reason === null ? (
          <>
            <Button look="primary" data-key="a" hint="a" disabled={busy} onClick={() => void send({ accept: true })}>
              {entry.kind === 'handoff' ? 'Take it over' : 'Accept'}
            </Button>
            <Button data-key="r" data-press="" hint="r" disabled={busy} onClick={() => setReason('')}>
              Decline …
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" disabled={busy} onClick={decline}>
              Decline
            </Button>
            <Button look="quiet" onClick={() => setReason(null)}>
              Back
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
      {parts.map(([part, title]) => {
        const says = textIn(body, part);
        return (
          says && (
            <Part key={part} title={title}>
              {says}
            </Part>
          )
        );
      })}
      {artifacts.map((sha256) => (
        <Evidence key={sha256} sha256={sha256} name="Handed over" />
      ))}
      {Array.isArray(body['operations']) && (
        <Part title="What it would do">{JSON.stringify(body['operations'], null, 2)}</Part>
      )}
    </dl>
  );
}

const Part = ({ title, children }: { title: string; children: string }) => (
  <div>
    <dt className="text-sm text-muted">{title}</dt>
    <dd className="prose">{children}</dd>
  </div>
);
