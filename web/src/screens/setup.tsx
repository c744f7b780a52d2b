import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { go } from '../state/route.ts';
import { setUp } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { Card } from './card.tsx';

/** Takes the link's token out of the address bar at once, so that no screenshot or history shows it. */
function useToken(): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(null, '', '/setup'), []);
  return token;
}

export function Setup() {
  const token = useToken();
  const { busy, trouble, run } = useAct();
  const submit = async (form: FormData) => {
    const text = (name: string) => formText(form, name);
    const done = await run(() =>
      setUp({ token, name: text('name'), email: text('email'), password: text('password') }),
    );
    if (done) go({ page: 'inbox', chosen: null }, { replace: true });
  };
  if (!token) {
    return (
      <Card title="This set-up link is not whole">
        <p className="text-muted">Copy the whole link, with everything behind the #, and open it in a new tab.</p>
      </Card>
    );
  }
  return (
    <Card title="Set up your account">
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <Field label="Your name" name="name" autoComplete="name" required maxLength={120} autoFocus />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          note="At least 10 characters. Length is what counts."
        />
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? 'One moment …' : 'Begin'}
        </Button>
      </form>
    </Card>
  );
}
