import type { Item, RequestCreateInput } from 'coact';
import { type FormEvent, useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { toast } from '../parts/toast.ts';
import { formText } from '../state/form-text.ts';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Chooser } from './chooser.tsx';
import { linesIn } from './lines-field.tsx';
import { usePeople } from './options.tsx';

export type AskKind = Exclude<RequestCreateInput['kind'], 'decision' | 'proposal'>;
type Props = { item: Item; kind: AskKind; onClose: () => void };

/** Asks somebody about the item: a question, to take it over, or to resolve what is wrong. */
export function AskDialog({ item, kind, onClose }: Props) {
  const { title, note, submit, said } = words.item.asks[kind];
  const [to, setTo] = useState(() => firstAsked(item, kind));
  const { busy, trouble, run, complain } = useAct();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!to) return complain(words.item.nobodyAsked);
    const isDone = await run(async () => {
      await server.request.create({ kind, item: item.id, to: { participant: to }, ...bodyIn(kind, form) });
      await loadSome([item.id]);
    });
    if (!isDone) return;
    toast({ text: said });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={title(item.key)} note={note} wide={kind === 'handoff'}>
      <form className="space-y-4" onSubmit={(event) => void send(event)}>
        <Whom to={to} onChoose={setTo} />
        <Fields kind={kind} />
        <TroubleNote trouble={trouble} />
        <FormButtons
          send={busy ? words.item.sending : submit}
          cancel={words.item.leave}
          onCancel={onClose}
          busy={busy}
        />
      </form>
    </Dialog>
  );
}

/** The owner knows best; where the owner asks, whoever works on it. A handoff names somebody new. */
function firstAsked({ owner, executor }: Item, kind: AskKind): string | null {
  if (kind === 'handoff') return null;
  return kind === 'question' && owner === getState().me?.id ? executor : owner;
}

function Whom({ to, onChoose }: { to: string | null; onChoose: (id: string | null) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="flex items-center gap-3">
      <span className="font-medium">{words.item.whom}</span>
      {to && <Person id={to} as={words.item.whom} />}
      <Button onClick={() => setOpen(true)}>{to ? words.item.change : words.item.choose}</Button>
      <Chooser
        title={words.item.whom}
        placeholder={words.item.namePlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        useOptions={(text) => usePeople(text, () => true)}
        onChoose={(id) => {
          onChoose(id);
          setOpen(false);
        }}
      />
    </p>
  );
}

/** What each kind asks for beside its one sentence; the names are those of the request. */
const parts = {
  question: ['options', 'default'],
  handoff: ['done', 'remaining', 'risks', 'expected'],
  exception: ['needed'],
} as const satisfies Record<AskKind, readonly (keyof RequestCreateInput)[]>;

function Fields({ kind }: { kind: AskKind }) {
  const { text, blocking } = words.item.asks[kind];
  return (
    <>
      <TextField label={text} name="text" required autoFocus />
      {parts[kind].map((part) => (
        <TextField
          key={part}
          name={part}
          label={words.item.askParts[part]}
          {...(part === 'options' && { note: words.item.oneALine })}
        />
      ))}
      {kind === 'exception' && (
        <div className="flex flex-wrap gap-4">
          <SelectField
            label={words.item.className}
            name="class"
            options={Object.entries(words.item.classes)}
            defaultValue="external"
          />
          <SelectField
            label={words.item.severity}
            name="severity"
            options={Object.entries(words.item.severities)}
            defaultValue="medium"
          />
        </div>
      )}
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" name="blocking" defaultChecked={kind === 'question'} className="size-4 accent-accent" />
        {blocking}
      </label>
    </>
  );
}

/** Reads the form; what was left empty is left out. */
function bodyIn(kind: AskKind, form: FormData): Pick<RequestCreateInput, 'text'> & Partial<RequestCreateInput> {
  const said = [...parts[kind], ...(kind === 'exception' ? ['class', 'severity'] : [])]
    .map((name) => [name, formText(form, name).trim()] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => [name, name === 'options' ? linesIn(text) : text]);
  return { ...Object.fromEntries(said), text: formText(form, 'text'), blocking: form.has('blocking') };
}
