import type { Passkey } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Ago } from '../parts/time.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.access.passkeys;
type Given = { passkey: Passkey; onChanged: () => void };

/** One passkey: its name and use, and the two things that can be done with it. */
export function PasskeyRow({ passkey, onChanged }: Given) {
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const { busy, trouble, run } = useAct();
  const remove = async () => {
    if (!(await run(() => server.passkey.remove({ id: passkey.id })))) return;
    toast({ text: says.removed });
    onChanged();
  };
  if (doing === 'rename') return <Renaming passkey={passkey} onChanged={onChanged} onClose={() => setDoing(null)} />;
  const sure = doing === 'remove';
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="font-medium [overflow-wrap:anywhere]">{passkey.name}</span>
        <span className="block text-sm text-muted">
          {says.on(passkey.host)}, {says.made} <Ago at={passkey.createdAt} />,{' '}
          {passkey.lastUsedAt ? (
            <>
              {says.used} <Ago at={passkey.lastUsedAt} />
            </>
          ) : (
            says.unused
          )}
          {sure && <span className="block text-fail">{says.removeNote}</span>}
        </span>
      </span>
      <Button look="quiet" aria-label={says.renameOf(passkey.name)} onClick={() => setDoing('rename')}>
        {says.rename}
      </Button>
      <Button
        disabled={busy}
        aria-label={sure ? undefined : says.removeOf(passkey.name)}
        onClick={() => (sure ? void remove() : setDoing('remove'))}
        onBlur={() => setDoing(null)}
      >
        {sure ? says.removeSure : says.remove}
      </Button>
      <TroubleNote trouble={trouble} />
    </li>
  );
}

function Renaming({ passkey, onChanged, onClose }: Given & { onClose: () => void }) {
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = formText(new FormData(event.currentTarget), 'name').trim();
    if (!(await run(() => server.passkey.rename({ id: passkey.id, name })))) return;
    toast({ text: says.renamed });
    onClose();
    onChanged();
  };
  return (
    <li className="py-1.5">
      <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => void submit(event)}>
        <div className="min-w-48 flex-1">
          <Field label={says.name} name="name" defaultValue={passkey.name} required maxLength={120} autoFocus />
        </div>
        <Button type="submit" look="primary" disabled={busy}>
          {says.save}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {says.cancel}
        </Button>
      </form>
      <TroubleNote trouble={trouble} />
    </li>
  );
}
