import type { Policy } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { act } from '../state/session.ts';
import { server, type Trouble } from '../state/server.ts';
import { words } from '../words/index.ts';
import { asked } from './place.ts';
import { refusalOf } from './save-rules.tsx';

const { versions: says, save } = words.authority;

/** Puts the rules of an older version in force again, as a new one. */
export function RestoreVersion({ one, newest }: { one: Policy; newest: number }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const restore = async () => {
    setBusy(true);
    const input = { ...asked(one), rules: one.rules, note: says.restored(one.version) };
    try {
      const { version } = await act(() => server.policy.update(input, { ifMatch: newest }));
      setOpen(false);
      toast({ text: save.done(version) });
    } catch (error) {
      setTrouble(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says.restore}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={says.restoreTitle(one.version)}
        note={says.restoreNote(newest + 1)}
      >
        <TroubleNote trouble={trouble} />
        <Button look="primary" disabled={busy} onClick={() => void restore()}>
          {save.do}
        </Button>
      </Dialog>
    </>
  );
}
