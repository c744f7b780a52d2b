import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadMe } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.settings.workspace;

export const useMayRename = (): boolean => useStore(({ me }) => me?.abilities.includes('workspace.update') ?? false);

/** What the organisation is called; the button is there once another name is written. */
export function RenameWorkspace({ name }: { name: string }) {
  const { busy, trouble, run } = useAct();
  const [wanted, setWanted] = useState(name);
  const save = async () => {
    if (!(await run(() => server.workspace.update({ name: wanted })))) return;
    await loadMe();
    toast({ text: says.saved });
  };
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="min-w-0 flex-1">
        <Field
          label={says.name}
          note={says.nameNote}
          required
          maxLength={120}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <TroubleNote trouble={trouble} />
      </div>
      {wanted.trim() !== name && (
        <Button type="submit" disabled={busy} className="mt-[1.6rem]">
          {says.save}
        </Button>
      )}
    </form>
  );
}
