import type { Me } from 'coact';
import type { FormEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Link } from '../parts/link.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { Part } from '../people/part.tsx';
import { Tokens } from '../people/tokens.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { setState, useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { ChangePassword } from './change-password.tsx';
import { Passkeys } from './passkeys.tsx';
import { Sessions } from './sessions.tsx';

const says = words.settings.account;

/** Who I am here: name, password, and everything that acts as me. */
export function Account() {
  const me = useStore((state) => state.me);
  if (!me) return null;
  return (
    <div className="max-w-xl">
      <NameForm me={me} />
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        <dt className="text-muted">{says.email}</dt>
        <dd className="[overflow-wrap:anywhere]">{me.email ?? says.noEmail}</dd>
        <dt className="text-muted">{says.teams}</dt>
        <dd className="flex flex-wrap gap-x-3">
          {me.memberOf.length === 0 && says.noTeams}
          {me.memberOf.map(({ id, name }) => (
            <Link
              key={id}
              to={{ page: 'people', chosen: id }}
              className="text-accent underline-offset-2 hover:underline"
            >
              {name}
            </Link>
          ))}
        </dd>
      </dl>
      <Part title={says.passwordTitle}>
        <ChangePassword email={me.email} />
      </Part>
      <Part title={words.access.passkeys.title}>
        <Passkeys />
      </Part>
      <Part title={words.access.sessions.title}>
        <Sessions />
      </Part>
      <Part title={says.tokensTitle}>
        <p className="mb-2 text-muted">{says.tokensNote}</p>
        <Tokens holder={me} sessions={false} />
      </Part>
    </div>
  );
}

function NameForm({ me }: { me: Me }) {
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = formText(new FormData(event.currentTarget), 'name').trim();
    const done = await run(async () => {
      await server.participant.update({ id: me.id, name });
      setState({ me: await server.me.get() });
    });
    if (done) toast({ text: says.nameSaved });
  };
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => void submit(event)}>
      <div className="min-w-56 flex-1">
        <Field label={says.name} name="name" defaultValue={me.name} autoComplete="name" required maxLength={120} />
      </div>
      <Button type="submit" disabled={busy}>
        {says.saveName}
      </Button>
      <TroubleNote trouble={trouble} />
    </form>
  );
}
