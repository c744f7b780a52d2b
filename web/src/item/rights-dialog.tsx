import type { DecisionRights, Item } from 'coact';
import { type FormEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { linesIn } from './lines-field.tsx';

const says = words.decisions;

type Props = { item: Item; before: DecisionRights | null; onClose: () => void; onSaved: () => void };

/** Who recommends, must agree, performs, gives input and decides: for one kind of decision, or for all others. */
export function RightsDialog({ item, before, onClose, onSaved }: Props) {
  const { busy, trouble, run } = useAct();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const one = (name: string) => formText(form, name) || null;
    const kind = formText(form, 'kind').trim();
    const isDone = await run(() =>
      server.item.setRights({
        id: item.id,
        ...(kind && { decisionKind: kind }),
        decide: one('decide'),
        recommend: one('recommend'),
        perform: one('perform'),
        agree: linesIn(formText(form, 'agree')),
        input: linesIn(formText(form, 'input')),
      }),
    );
    if (!isDone) return;
    toast({ text: says.rights.saved });
    onSaved();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={says.rights.title} note={says.rights.note}>
      <form className="space-y-4" onSubmit={(event) => void save(event)}>
        <RightsFields before={before} />
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {says.rights.save}
        </Button>
      </form>
    </Dialog>
  );
}

function RightsFields({ before }: Pick<Props, 'before'>) {
  const people = useStore((state) => state.people);
  const active = [...people.values()].filter(({ status }) => status === 'active');
  const nobody = ['', says.rights.nobody] as const;
  const everybody = [nobody, ...active.map(({ id, name }) => [id, name] as const)];
  const humans = [nobody, ...active.filter(({ kind }) => kind === 'human').map(({ id, name }) => [id, name] as const)];
  const namesOf = (ids: readonly string[] = []) => ids.map((id) => people.get(id)?.name ?? id).join('\n');
  return (
    <>
      <Field
        name="kind"
        label={says.rights.kind}
        note={says.rights.kindNote}
        defaultValue={before?.decisionKind ?? ''}
        readOnly={before !== null}
      />
      <SelectField name="decide" label={says.roles.decide} options={humans} defaultValue={before?.decide ?? ''} />
      <SelectField
        name="recommend"
        label={says.roles.recommend}
        options={everybody}
        defaultValue={before?.recommend ?? ''}
      />
      <TextField
        name="agree"
        label={says.roles.agree}
        note={says.rights.people}
        defaultValue={namesOf(before?.agree)}
      />
      <TextField
        name="input"
        label={says.roles.input}
        note={says.rights.people}
        defaultValue={namesOf(before?.input)}
      />
      <SelectField name="perform" label={says.roles.perform} options={everybody} defaultValue={before?.perform ?? ''} />
    </>
  );
}
