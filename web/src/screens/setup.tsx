import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { passkeysWorkHere } from '../state/passkeys.ts';
import { go } from '../state/route.ts';
import { setUp, setUpWithPasskey } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { BrokenLink } from './broken-link.tsx';
import { Card } from './card.tsx';
import { useLinkToken } from './use-link-token.ts';

const says = words.start.setUp;

export function Setup() {
  const token = useLinkToken('/setup');
  // Whether a passkey takes the place of a password.
  const [keyed, setKeyed] = useState(false);
  const { busy, trouble, run } = useAct();
  const submit = async (form: FormData) => {
    const text = (name: string) => formText(form, name);
    const who = { token, name: text('name'), email: text('email') };
    const done = await run(() => (keyed ? setUpWithPasskey(who) : setUp({ ...who, password: text('password') })));
    if (done) go({ page: 'inbox', chosen: null }, { replace: true });
  };
  if (!token) return <BrokenLink says={says} />;
  return (
    <Card title={says.title}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <Field label={says.name} name="name" autoComplete="name" required maxLength={120} autoFocus />
        <Field label={says.email} name="email" type="email" autoComplete="username" required />
        {keyed ? <p className="text-muted">{says.passkeyNote}</p> : <NewPassword label={says.password} />}
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? says.busy : says.do}
        </Button>
        {passkeysWorkHere() && (
          <Button look="quiet" onClick={() => setKeyed(!keyed)}>
            {keyed ? says.passwordDo : says.passkeyDo}
          </Button>
        )}
      </form>
    </Card>
  );
}
