import type { Participant } from 'coact';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { loadPeople } from '../state/load.ts';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { InviteLink } from './invite-link.tsx';
import { PersonFields } from './person-fields.tsx';
import { readPersonForm } from './read-person-form.ts';

const says = words.people.form;

type Given = { kind: Participant['kind']; one?: Participant; onClose: () => void };

/** Adds somebody, or edits them. A new person's link to sign in is made at once. */
export function PersonForm({ kind, one, onClose }: Given) {
  const [invited, setInvited] = useState<Participant | null>(null);
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    let saved: Participant | undefined;
    const done = await run(async () => {
      saved = await save(kind, form, one);
      await loadPeople();
    });
    if (!done || !saved) return;
    if (!one) go({ page: 'people', chosen: saved.id });
    if (!one && kind === 'human') return setInvited(saved);
    onClose();
    toast({ text: says.saved(saved.name) });
  };
  if (invited) return <InviteLink one={invited} onClose={onClose} />;
  const [title, note] = one ? [says.editTitle(one.name), undefined] : [says.newTitle[kind], says.newNote[kind]];
  return (
    <Dialog open onClose={onClose} title={title} {...(note && { note })}>
      <form className="space-y-4" onSubmit={(event) => void submit(event)}>
        <PersonFields kind={kind} {...(one && { one })} />
        <TroubleNote trouble={trouble} />
        <FormButtons send={one ? says.save : says.create[kind]} cancel={says.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}

function save(kind: Participant['kind'], form: FormData, one: Participant | undefined): Promise<Participant> {
  const said = readPersonForm(form, kind);
  const email = formText(form, 'email').trim();
  return one
    ? server.participant.update({ id: one.id, ...said }, { ifMatch: one.version })
    : server.participant.create({ kind, ...said, ...(email && { email }) });
}
