import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { textIn, textsIn } from './asks-in.ts';
import { Choice } from '../parts/choice.tsx';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.inbox.decision;

/** A decision among options. What was recommended is shown after a first choice, so that the choice is the reader's own. */
export function DecisionForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [choice, setChoice] = useDraft<string | null>(entry.id, 'choice', null);
  const [reason, setReason] = useDraft(entry.id, 'reason', '');
  const recommendation = textIn(entry.body, 'recommendation');
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) void send({ choice, ...(reason.trim() && { reason }) });
      }}
    >
      <fieldset className="max-w-[44rem] space-y-1">
        <legend className="mb-2 font-medium">{says.choice}</legend>
        {textsIn(entry.body, 'options').map((option, index) => (
          <Choice
            key={option}
            name={entry.id}
            title={option}
            chosen={choice === option}
            onChoose={() => setChoice(option)}
            first={index === 0}
          />
        ))}
      </fieldset>
      {choice && recommendation && <p className="prose text-muted">{says.recommended(recommendation)}</p>}
      <TextField label={says.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy || !choice}>
        {busy ? words.inbox.sending : says.send}
      </Button>
    </form>
  );
}
