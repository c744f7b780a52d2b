import type { View } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { loadViews } from '../state/load.ts';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Look } from './look.ts';

type SaveViewProps = {
  /** The view that is renamed or shared; null for a new one. */
  saved: View | null;
  /** What a new one keeps. */
  look: Look | null;
  onClose: () => void;
};

/** Names a way to look at the work, and says who else sees it. */
export function SaveView({ saved, look, onClose }: SaveViewProps) {
  const { busy, trouble, run } = useAct();
  const [share, setShare] = useState(saved?.shared ? 'all' : (saved?.team ?? 'me'));
  const { saving } = words.work;
  const save = async (name: string) => {
    const who = { team: share === 'me' || share === 'all' ? null : share, shared: share === 'all' };
    let id = saved?.id ?? '';
    const worked = await run(async () => {
      if (saved) await server.view.update({ id, name, ...who }, { ifMatch: saved.version });
      else if (look) ({ id } = await server.view.create({ name, ...look, sort: look.sort || null, ...who }));
      await loadViews();
    });
    if (!worked) return;
    toast({ text: saving.saved(name) });
    onClose();
    if (look) go({ page: 'work', chosen: null, query: { view: id } }, { replace: true });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={saved ? saving.editTitle : saving.title}
      {...(!saved && { note: saving.note })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(formText(new FormData(event.currentTarget), 'name').trim());
        }}
        className="space-y-4"
      >
        <Field label={saving.name} name="name" required autoFocus maxLength={100} defaultValue={saved?.name ?? ''} />
        <Share value={share} onChange={setShare} />
        <Button look="primary" type="submit" disabled={busy}>
          {saving.do}
        </Button>
        <TroubleNote trouble={trouble} />
      </form>
    </Dialog>
  );
}

function Share({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const teams = useStore((state) => state.teams);
  const mine = useStore(({ me }) => me?.teams);
  const { saving } = words.work;
  const offered = [...teams.values()].filter(
    ({ id }) => !mine || mine.length === 0 || mine.includes(id) || id === value,
  );
  const teamOptions = offered.map(({ id, name }) => [id, saving.team(name)] as const);
  const options = [['me', saving.onlyMe] as const, ...teamOptions, ['all', saving.everybody] as const];
  return <SelectField label={saving.share} value={value} onChoose={onChange} options={options} />;
}
