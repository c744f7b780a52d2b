import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { textIn } from './asks-in.ts';
import { RaiseSpent } from './raise-spent.tsx';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.inbox.exception;
const { resolutions } = words.common;

type Resolution = (typeof resolutions)[number][0];

/** Something went wrong: what shall be done about it, and why. */
export function ExceptionForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [resolution, setResolution] = useDraft<Resolution | null>(entry.id, 'resolution', null);
  const [reason, setReason] = useDraft(entry.id, 'reason', '');
  const [assignee, setAssignee] = useDraft(entry.id, 'assignee', '');
  const needed = textIn(entry.body, 'needed');
  const submit = () =>
    resolution &&
    void send({ resolution, ...(reason.trim() && { reason }), ...(resolution === 'reassign' && { assignee }) });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {needed && <p className="prose">{says.needed(needed)}</p>}
      <RaiseSpent entry={entry} onRaised={() => setResolution('fixed')} />
      <fieldset className="max-w-[44rem] space-y-1">
        <legend className="mb-2 font-medium">{says.what}</legend>
        {resolutions.map(([value, title, note], index) => (
          <Choice
            key={value}
            name={entry.id}
            title={title}
            note={note}
            chosen={resolution === value}
            onChoose={() => setResolution(value)}
            first={index === 0}
          />
        ))}
      </fieldset>
      {resolution === 'reassign' && <Assignee value={assignee} onChange={setAssignee} />}
      <TextField
        label={words.inbox.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        note={says.reasonNote}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy || !resolution}>
        {busy ? words.inbox.sending : says.send}
      </Button>
    </form>
  );
}

function Assignee({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const people = useStore((state) => state.people);
  return (
    <div className="max-w-xs">
      <Field
        label={says.who}
        list="people"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
        note={says.whoNote}
      />
      <datalist id="people">
        {[...people.values()]
          .filter(({ status }) => status === 'active')
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
    </div>
  );
}
