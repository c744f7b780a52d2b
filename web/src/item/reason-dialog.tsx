import type { Item } from 'coact';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { toast } from '../parts/toast.ts';
import { loadSome } from '../state/load.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { type Reasoned, reasonedActs } from './reasoned-acts.ts';

type Props = { item: Item; act: Reasoned; onClose: () => void };

/** Asks why before something that others will have to live with; says what follows from it. */
export function ReasonDialog({ item, act, onClose }: Props) {
  const { title, note, label, submit, said } = words.item.reasons[act];
  const { call, isOptional } = reasonedActs[act];
  const { busy, trouble, run } = useAct();
  const [text, setText] = useState('');
  const isReady = isOptional || text.trim() !== '';
  const send = async () => {
    if (!isReady || busy) return;
    const isDone = await run(async () => {
      await call(item, text.trim());
      await loadSome([item.id]);
    });
    if (!isDone) return;
    toast({ text: said(item.key) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={title(item.key)} note={note}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={isOptional ? words.item.ifItHelps(label) : label}
          autoFocus
          value={text}
          maxLength={10_000}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
          }}
        />
        <TroubleNote trouble={trouble} />
        <FormButtons
          send={busy ? words.item.sending : submit}
          cancel={words.item.leave}
          onCancel={onClose}
          busy={busy || !isReady}
        />
      </form>
    </Dialog>
  );
}
