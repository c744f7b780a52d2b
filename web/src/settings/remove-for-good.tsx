import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.common.removal;

type RemoveProps = {
  name: string;
  /** False: it is not done yet, and `note` says why. */
  remove: () => Promise<unknown>;
  onRemoved: () => void;
  /** What follows from it. */
  note?: string;
  /** What stands on the button that does it. */
  sureText?: string;
};

/** Asks once more before it removes. */
export function RemoveForGood({ name, remove, onRemoved, note, sureText = says.sure }: RemoveProps) {
  const [sure, setSure] = useState(false);
  const { busy, trouble, run } = useAct();
  const go = async () => {
    let done = true;
    if (!(await run(async () => (done = (await remove()) !== false))) || !done) return;
    toast({ text: says.removed(name) });
    onRemoved();
  };
  return (
    <>
      <Button
        disabled={busy}
        {...(!sure && { 'aria-label': says.removeOf(name) })}
        onClick={() => (sure ? void go() : setSure(true))}
        // A button that waits for an answer loses the focus by itself.
        onBlur={() => !busy && setSure(false)}
      >
        {sure ? sureText : says.remove}
      </Button>
      {sure && note && <p className="basis-full text-sm text-fail">{note}</p>}
      <TroubleNote trouble={trouble} />
    </>
  );
}
