import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { leave } from './use-answer.ts';

const says = words.inbox.escalate;

/** Passes a request on to somebody who is better placed to answer. */
export function Escalate({ entry: { id } }: { entry: InboxEntry }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" data-key="e" data-press="" hint="e" onClick={() => setOpen(true)}>
        {says.act}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={says.title} note={says.note}>
        <EscalateForm id={id} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EscalateForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { busy, trouble, run } = useAct();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  const named = new Map([
    [says.admins, 'role:admin'],
    ...[...teams.values()].map(({ id: team, name }) => [name, `team:${team}`] as const),
    ...[...people.values()].map(({ id: person, name }) => [name, person] as const),
  ]);
  const submit = async () => {
    if (!(await run(() => server.request.forward({ id, to: named.get(to) ?? to, reason })))) return;
    onDone();
    leave(id);
    toast({ text: says.done(to) });
  };
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={says.to}
        note={says.toNote}
        list="escalate-to"
        required
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <datalist id="escalate-to">
        {[...named.keys()].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField label={says.reason} required value={reason} onChange={(event) => setReason(event.target.value)} />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy}>
        {says.send}
      </Button>
    </form>
  );
}
