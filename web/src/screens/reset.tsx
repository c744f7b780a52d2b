import { Button } from '../parts/button.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { go } from '../state/route.ts';
import { resetPassword } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { BrokenLink } from './broken-link.tsx';
import { Card } from './card.tsx';
import { useLinkToken } from './use-link-token.ts';

const says = words.access.reset;

/** Where the link of an admin leads: another password, and in. */
export function Reset() {
  const token = useLinkToken('/reset');
  const { busy, trouble, run } = useAct();
  const submit = async (form: FormData) => {
    const done = await run(() => resetPassword({ token, password: formText(form, 'password') }));
    if (done) go({ page: 'inbox', chosen: null }, { replace: true });
  };
  if (!token) return <BrokenLink says={says} />;
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
        <NewPassword label={says.password} autoFocus />
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? says.busy : says.do}
        </Button>
      </form>
    </Card>
  );
}
