import type { View } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Menu } from '../parts/menu.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadViews } from '../state/load.ts';
import { go, pathOf } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Dots } from './dots.tsx';
import { SaveView } from './save-view.tsx';

/** What to do with a saved view: rename or share it, take its address, delete it. */
export function ViewMenu({ saved }: { saved: View }) {
  const isMine = useStore(({ me }) => me?.id === saved.creator || me?.role === 'admin');
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const { saving } = words.work;
  const close = () => setOpen(null);
  const copy = async () => {
    const address = `${location.origin}${pathOf({ page: 'work', chosen: null, query: { view: saved.id } })}`;
    await navigator.clipboard.writeText(address);
    toast({ text: saving.copied });
  };
  return (
    <>
      <Menu
        label={saving.menu(saved.name)}
        trigger={
          <Button look="quiet" aria-label={saving.menu(saved.name)} className="min-h-6! px-1.5! py-0!">
            <Dots />
          </Button>
        }
        items={[
          { text: saving.copy, onChoose: () => void copy() },
          ...(isMine
            ? [
                { text: saving.edit, onChoose: () => setOpen('edit') },
                { text: saving.delete, onChoose: () => setOpen('delete') },
              ]
            : []),
        ]}
      />
      {open === 'edit' && <SaveView saved={saved} look={null} onClose={close} />}
      {open === 'delete' && <DeleteView saved={saved} onClose={close} />}
    </>
  );
}

function DeleteView({ saved: { id, name }, onClose }: { saved: View; onClose: () => void }) {
  const { busy, trouble, run } = useAct();
  const { saving, many } = words.work;
  const remove = async () => {
    const worked = await run(async () => {
      await server.view.delete({ id });
      await loadViews();
    });
    if (!worked) return;
    toast({ text: saving.deleted(name) });
    go({ page: 'work', chosen: null }, { replace: true });
  };
  return (
    <Dialog open onClose={onClose} title={saving.deleteTitle(name)} note={saving.deleteNote}>
      <div className="flex gap-2">
        <Button look="primary" disabled={busy} onClick={() => void remove()}>
          {saving.deleteDo}
        </Button>
        <Button onClick={onClose}>{many.keep}</Button>
      </div>
      <TroubleNote trouble={trouble} />
    </Dialog>
  );
}
