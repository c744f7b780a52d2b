import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.decisions.form;

/** The word of somebody who must agree: yes, or no with a reason that goes to whoever decides. */
export function AgreeForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send, complain } = useAnswer(entry);
  const [reason, setReason] = useDraft<string | null>(entry.id, 'whyNot', null);
  const refuse = () =>
    reason?.trim()
      ? void send({ agree: false, reason })
      : complain({ message: words.inbox.handoff.sayWhy, hint: says.whyNot });
  return (
    <form className="space-y-4" onSubmit={(event) => event.preventDefault()}>
      <p className="font-medium">{says.agreeTitle}</p>
      {reason !== null && (
        <TextField label={says.whyNot} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
      )}
      <TroubleNote trouble={trouble} />
      <div className="flex flex-wrap gap-2">
        <Button
          look={reason === null ? 'primary' : 'plain'}
          data-key="a"
          hint="a"
          disabled={busy}
          onClick={() => void send({ agree: true })}
        >
          {says.agree}
        </Button>
        {reason === null ? (
          <Button data-key="r" data-press="" hint="r" disabled={busy} onClick={() => setReason('')}>
            {says.disagree}
          </Button>
        ) : (
          <Button look="primary" disabled={busy} onClick={refuse}>
            {says.sendDisagree}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The input of somebody who is asked for it. */
export function InputForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [text, setText] = useDraft(entry.id, 'input', '');
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send({ input: text });
      }}
    >
      <TextField
        label={says.input}
        note={says.inputNote}
        data-key="a"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy || !text.trim()}>
        {busy ? words.inbox.sending : says.sendInput}
      </Button>
    </form>
  );
}
