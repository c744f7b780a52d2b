import { type FormEvent, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.settings.account;

/** Another password for me; my other sessions end with it. */
export function ChangePassword({ email }: { email: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const said = { current: formText(typed, 'current'), password: formText(typed, 'password') };
    if (!(await run(() => server.password.change(said)))) return;
    form.current?.reset();
    toast({ text: says.changed });
  };
  return (
    <form ref={form} className="max-w-sm space-y-3" onSubmit={(event) => void submit(event)}>
      {/* Password managers want to know whose password it is. */}
      <input type="hidden" autoComplete="username" value={email ?? ''} readOnly />
      <Field label={says.current} name="current" type="password" autoComplete="current-password" required />
      <NewPassword label={says.next} />
      <TroubleNote trouble={trouble} />
      <Button type="submit" disabled={busy}>
        {says.change}
      </Button>
    </form>
  );
}
