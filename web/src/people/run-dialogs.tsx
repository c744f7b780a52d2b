import type { ItemSummary } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { actOn } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.people.run;

type Asked = { run: string; item: ItemSummary; open: boolean; onClose: () => void };

/** Ends somebody's run at once; the reason goes to them and to whoever comes next. */
export function StopRun({ run, item, name, open, onClose }: Asked & { name: string }) {
  const [reason, setReason] = useState('');
  const stop = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const shows = { state: 'ready', executor: null, run: null } as const;
    void actOn({
      item: item.id,
      shows,
      call: () => server.run.stop({ id: run, reason }),
      said: says.stopped(item.key),
    });
  };
  return (
    <Dialog open={open} onClose={onClose} title={says.stopTitle(item.key)} note={says.stopNote(name)}>
      <form onSubmit={stop}>
        <TextField
          label={says.stopReason}
          note={says.stopReasonNote}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          autoFocus
        />
        <Button type="submit" look="primary" className="mt-4" disabled={reason.trim() === ''}>
          {says.stopDo}
        </Button>
      </form>
    </Dialog>
  );
}

/** Says something to a running agent. */
export function MessageRun({ run, item, open, onClose }: Asked) {
  const [text, setText] = useState('');
  const { busy, trouble, run: act } = useAct();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act(() => server.run.message({ id: run, text })))) return;
    setText('');
    onClose();
    toast({ text: says.messaged });
  };
  return (
    <Dialog open={open} onClose={onClose} title={says.messageTitle(item.key)} note={says.messageNote}>
      <form onSubmit={(event) => void send(event)}>
        <TextField
          label={says.messageText}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          autoFocus
        />
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" className="mt-4" disabled={busy || text.trim() === ''}>
          {says.messageDo}
        </Button>
      </form>
    </Dialog>
  );
}
