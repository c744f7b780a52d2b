import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.webhooks;

type RemoveProps = { name: string; remove: () => Promise<unknown>; onRemoved: () => void };

/** Asks once more before it removes. */
export function RemoveForGood({ name, remove, onRemoved }: RemoveProps) {
  const [sure, setSure] = useState(false);
  const { busy, trouble, run } = useAct();
  const go = async () => {
    if (!(await run(remove))) return;
    toast({ text: says.removed(name) });
    onRemoved();
  };
  return (
    <>
      <Button
        disabled={busy}
        {...(!sure && { 'aria-label': says.removeOf(name) })}
        onClick={() => (sure ? void go() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? says.removeSure : says.remove}
      </Button>
      <TroubleNote trouble={trouble} />
    </>
  );
}
