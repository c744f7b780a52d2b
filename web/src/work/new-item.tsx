import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField, TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

/** Writes work down quickly: a title is enough. `onCreated` gets its key. */
export function NewItem({ onClose, onCreated }: { onClose: () => void; onCreated: (key: string) => void }) {
  const { busy, trouble, run } = useAct();
  const teams = useStore((state) => state.teams);
  const first = useStore(({ me }) => me?.teams[0]);
  const [team, setTeam] = useState(first ?? '');
  const { create } = words.work;
  const named = [...teams.values()].map(({ id, key, name }) => [id, `${key} · ${name}`] as const);
  const options = first ? named : [['', ''] as const, ...named];
  const write = async (form: FormData) => {
    let key = '';
    const worked = await run(async () => {
      const outcome = formText(form, 'outcome').trim();
      const said = { title: formText(form, 'title').trim(), ...(outcome && { outcome }), ...(team && { team }) };
      const item = await server.item.create(said);
      await loadSome([item.id]);
      ({ key } = item);
    });
    if (!worked) return;
    toast({ text: create.created(key) });
    onCreated(key);
  };
  return (
    <Dialog open onClose={onClose} title={create.title} note={create.note}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write(new FormData(event.currentTarget));
        }}
        className="space-y-4"
      >
        <Field label={create.name} name="title" required autoFocus maxLength={200} />
        <TextField label={create.outcome} note={create.outcomeNote} name="outcome" />
        {teams.size > 1 && <SelectField label={create.team} value={team} onChoose={setTeam} options={options} />}
        <Button look="primary" type="submit" disabled={busy}>
          {create.do}
        </Button>
        <TroubleNote trouble={trouble} />
      </form>
    </Dialog>
  );
}
