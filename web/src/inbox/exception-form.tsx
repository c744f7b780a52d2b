import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useStore } from '../state/store.ts';
import { resolutions } from '../words.ts';
import { textIn } from './asks-in.ts';
import { useAnswer } from './use-answer.ts';

type Resolution = (typeof resolutions)[number][0];

/** Something went wrong: what shall be done about it, and why. */
export function ExceptionForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [resolution, setResolution] = useState<Resolution | null>(null);
  const [reason, setReason] = useState('');
  const [assignee, setAssignee] = useState('');
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
      {needed && <p className="prose">Needed: {needed}</p>}
      <fieldset className="max-w-[44rem] space-y-1">
        <legend className="mb-2 font-medium">What shall be done</legend>
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
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        note="Kept in the history, with your name."
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy || !resolution}>
        {busy ? 'Sending …' : 'Resolve'}
      </Button>
    </form>
  );
}

function Assignee({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const people = useStore((state) => state.people);
  return (
    <div className="max-w-xs">
      <Field
        label="Who shall do it"
        list="people"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
        note="A name or e-mail address."
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
