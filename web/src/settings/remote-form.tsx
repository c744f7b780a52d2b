import type { RemoteAgent, RemoteCard as Read } from 'coact';
import { type FormEvent, useRef, useState } from 'react';
import { useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { RemoteCard } from './remote-card.tsx';

const says = words.a2a;

type RemoteFormProps = {
  remote?: RemoteAgent;
  /** Who is an agent elsewhere already. */
  taken: readonly string[];
  onClose: () => void;
  onSaved: () => void;
};

/** Adds an agent elsewhere by the address of its card, or changes where it is and how it is signed in to. */
export function RemoteForm({ remote, taken, onClose, onSaved }: RemoteFormProps) {
  const { busy, trouble, run } = useAct();
  const [read, setRead] = useState<Read | null>(null);
  const [who, setWho] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const known = useName(remote?.participant ?? null);
  const look = async () => {
    // Only the address has to be there: the name may still come from the card.
    const url = form.current?.querySelector<HTMLInputElement>('[name=url]');
    if (!form.current || !url?.reportValidity()) return;
    const said = readForm(new FormData(form.current), remote);
    setRead(null);
    await run(async () => setRead(await lookAt(said, remote)));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = remote ? known : formText(data, 'name').trim();
    if (!(await run(() => save({ data, remote, who, name })))) return;
    toast({ text: says.saved(name || says.newOne) });
    onSaved();
  };
  return (
    <Dialog open wide onClose={onClose} title={remote ? says.editTitle(known) : says.newTitle}>
      <form ref={form} className="space-y-4" onSubmit={(event) => void submit(event)}>
        <Place {...(remote && { remote })} />
        <Button disabled={busy} onClick={() => void look()}>
          {says.look}
        </Button>
        {read && <RemoteCard read={read} trouble={null} />}
        {!remote && (
          <Who key={read?.card?.name} taken={taken} who={who} onChoose={setWho} named={read?.card?.name ?? ''} />
        )}
        <TroubleNote trouble={trouble} />
        <FormButtons send={says.save} cancel={says.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}

function Place({ remote }: { remote?: RemoteAgent }) {
  const isSignedIn = remote?.scheme != null;
  return (
    <>
      <Field
        label={says.url}
        note={says.urlNote}
        name="url"
        type="url"
        defaultValue={remote?.url}
        required
        maxLength={2_000}
        autoFocus
      />
      <div className="grid gap-4 md:grid-cols-[9rem_1fr]">
        <Field label={says.scheme} name="scheme" defaultValue={remote?.scheme ?? 'Bearer'} required maxLength={40} />
        <Field
          label={says.credentials}
          note={isSignedIn ? says.credentialsKept : says.credentialsNote}
          name="credentials"
          type="password"
          autoComplete="off"
          maxLength={2_000}
        />
      </div>
      {isSignedIn && (
        <label className="flex min-h-8 items-center gap-2.5 max-md:min-h-10">
          <input type="checkbox" name="none" className="size-4 shrink-0 accent-accent" />
          {says.noCredentials}
        </label>
      )}
    </>
  );
}

type WhoProps = { taken: readonly string[]; who: string; onChoose: (who: string) => void; named: string };

/** Whose work is sent there: a new agent, or one that is here already. */
function Who({ taken, who, onChoose, named }: WhoProps) {
  const people = useStore((state) => state.people);
  const agents = [...people.values()].filter(
    ({ id, kind, status }) => kind === 'agent' && status !== 'retired' && !taken.includes(id),
  );
  const options = [['', says.newOne] as const, ...agents.map(({ id, name }) => [id, name] as const)];
  return (
    <>
      {agents.length > 0 && <SelectField label={says.who} value={who} onChoose={onChoose} options={options} />}
      {who === '' && (
        <>
          <Field label={says.name} note={says.nameNote} name="name" defaultValue={named} required maxLength={120} />
          <Teams />
        </>
      )}
    </>
  );
}

function Teams() {
  const teams = useStore((state) => state.teams);
  const options = [...teams.values()].map(({ id, name }) => [id, name] as const);
  return <SelectField label={says.teams} name="team" options={options} required />;
}

function readForm(data: FormData, remote: RemoteAgent | undefined) {
  const text = (name: string) => formText(data, name).trim();
  const credentials = text('credentials');
  const isGone = data.get('none') !== null;
  return {
    url: text('url'),
    scheme: text('scheme'),
    ...((credentials !== '' || isGone || !remote) && { credentials: isGone ? '' : credentials }),
  };
}

/** Where the address and the credentials are those of before, the server looks with what it keeps. */
const lookAt = (said: ReturnType<typeof readForm>, remote: RemoteAgent | undefined): Promise<Read> =>
  remote && remote.url === said.url && said.credentials === undefined
    ? server.participant.remoteCard({ id: remote.participant })
    : server.participant.previewRemote(said);

type Saving = { data: FormData; remote: RemoteAgent | undefined; who: string; name: string };

async function save({ data, remote, who, name }: Saving) {
  const said = readForm(data, remote);
  if (remote || who) return server.participant.setRemote({ id: remote?.participant ?? who, ...said });
  // Read first, so that an address that leads nowhere leaves no agent behind.
  await server.participant.previewRemote(said);
  const { id } = await server.participant.create({ kind: 'agent', name, teams: [formText(data, 'team')] });
  return server.participant.setRemote({ id, ...said });
}
