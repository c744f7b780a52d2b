import type { Provider } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { CopyText } from '../people/copy-text.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { ProviderFields } from './provider-fields.tsx';
import { type DraftMapping, ProviderMappings } from './provider-mappings.tsx';
import { readProviderForm } from './read-provider-form.ts';

const says = words.settings.signIn;

type ProviderFormProps = { provider?: Provider; onClose: () => void; onSaved: () => void };

/** Adds a provider, or changes one. */
export function ProviderForm({ provider, onClose, onSaved }: ProviderFormProps) {
  const { busy, trouble, run } = useAct();
  const [mappings, setMappings] = useState<readonly DraftMapping[]>(() => provider?.mappings ?? []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { issuer, clientSecret, ...said } = readProviderForm(new FormData(event.currentTarget), mappings);
    const secret = clientSecret && { clientSecret };
    const save = () =>
      provider
        ? server.provider.update({ id: provider.id, ...said, ...secret }, { ifMatch: provider.version })
        : server.provider.create({ issuer, ...said, ...secret });
    if (!(await run(save))) return;
    toast({ text: says.saved(said.name) });
    onSaved();
  };
  const title = provider ? says.editTitle(provider.name) : says.newTitle;
  const callback = provider?.callback ?? `${location.origin}/sign-in/callback`;
  return (
    <Dialog open wide onClose={onClose} title={title} {...(!provider && { note: says.newNote })}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <CopyText text={callback} label={says.callback} />
        <ProviderFields {...(provider && { provider })} />
        <ProviderMappings mappings={mappings} onChange={setMappings} />
        <TroubleNote trouble={trouble} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={busy}>
            {says.save}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.people.form.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
