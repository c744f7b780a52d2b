import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { go } from '../state/route.ts';
import { resetPassword } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Card } from './card.tsx';

const says = words.access.reset;

/** Where the link of an admin leads: another password, and in. The token goes out of the address bar at once. */
export function Reset() {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(null, '', '/reset'), []);
  const { busy, trouble, run } = useAct();
  const submit = async (form: FormData) => {
    const done = await run(() => resetPassword({ token, password: formText(form, 'password') }));
    if (done) go({ page: 'inbox', chosen: null }, { replace: true });
  };
  if (!token) {
    return (
      <Card title={says.broken}>
        <p className="text-muted">{says.brokenNote}</p>
      </Card>
    );
  }
  return (
    <Card title={says.title}>
      <p className="mb-4 text-muted">{says.note}</p>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={says.password}
          note={words.access.passwordNote}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={200}
          autoFocus
        />
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? says.busy : says.do}
        </Button>
      </form>
    </Card>
  );
}
