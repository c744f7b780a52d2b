import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { makePasskey } from '../state/passkeys.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.access.passkeys;

/** Asks for a name, then has the browser make a passkey and the server keep its public half. */
export function NewPasskey({ onMade }: { onMade: () => void }) {
  const [open, setOpen] = useState(false);
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = formText(new FormData(event.currentTarget), 'name').trim();
    const done = await run(async () => {
      const { options } = await server.passkey.registerOptions();
      await server.passkey.register({ name, response: await makePasskey(options) });
    });
    if (!done) return;
    setOpen(false);
    toast({ text: says.added });
    onMade();
  };
  if (!open)
    return (
      <Button className="mt-3" onClick={() => setOpen(true)}>
        {says.add}
      </Button>
    );
  return (
    <form className="mt-3 space-y-3 rounded-md border border-line p-3" onSubmit={(event) => void submit(event)}>
      <Field
        label={says.name}
        note={says.nameNote}
        name="name"
        required
        maxLength={120}
        autoFocus
        defaultValue={says.usual}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy}>
        {busy ? says.adding : says.add}
      </Button>{' '}
      <Button look="quiet" onClick={() => setOpen(false)}>
        {says.cancel}
      </Button>
    </form>
  );
}
