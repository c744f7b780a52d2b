import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { signIn } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.start.signIn;

export function SignInForm({ email = '' }: { email?: string }) {
  const { busy, trouble, run } = useAct();
  const submit = (form: FormData) =>
    run(() => signIn({ email: formText(form, 'email'), password: formText(form, 'password') }));
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={says.email}
        name="email"
        type="email"
        autoComplete="username webauthn"
        required
        defaultValue={email}
        autoFocus={!email}
      />
      <Field
        label={says.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy}>
        {busy ? says.busy : says.do}
      </Button>
    </form>
  );
}
