import type { ItemSummary } from 'coact';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { toast } from '../parts/toast.ts';
import { words } from '../words/index.ts';
import { type ManyAct, type ManyResult, actWithMany } from './many-acts.ts';
import type { ManyDialogKind } from './many-dialog.tsx';
import { ManyResultDialog } from './many-result.tsx';
import type { Chosen } from './use-chosen.ts';

const ManyDialog = lazy(() => import('./many-dialog.tsx'));

/** What can be done with everything that is chosen; below the work, so that nothing jumps. */
export function ManyBar({ items, chosen }: { items: readonly ItemSummary[]; chosen: Chosen }) {
  const [asking, setAsking] = useState<ManyDialogKind | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ManyResult | null>(null);
  const { many } = words.work;
  const act = async (what: ManyAct) => {
    setAsking(null);
    setBusy(true);
    const answer = await actWithMany(items, what);
    setBusy(false);
    if (answer.refused.length > 0) setResult(answer);
    else toast({ text: many.done(answer.done) });
  };
  return (
    <div
      role="toolbar"
      aria-label={many.bar}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-t border-line bg-sheet px-4 py-2"
    >
      <p role="status" className="mr-1 font-medium">
        {busy ? many.busy : many.chosen(items.length)}
      </p>
      <Buttons busy={busy} onAsk={setAsking} onAct={(what) => void act(what)} />
      <span className="ml-auto flex gap-1.5">
        <Button look="quiet" onClick={chosen.all}>
          {many.all}
        </Button>
        <Button look="quiet" hint="esc" onClick={chosen.none}>
          {many.none}
        </Button>
      </span>
      <Suspense fallback={null}>
        {asking && (
          <ManyDialog
            kind={asking}
            count={items.length}
            onAct={(what) => void act(what)}
            onClose={() => setAsking(null)}
          />
        )}
      </Suspense>
      {result && <ManyResultDialog result={result} onClose={() => setResult(null)} />}
    </div>
  );
}

type ButtonsProps = { busy: boolean; onAsk: (kind: ManyDialogKind) => void; onAct: (act: ManyAct) => void };

function Buttons({ busy, onAsk, onAct }: ButtonsProps) {
  const { many, edit } = words.work;
  const priorities = [0, 1, 2, 3, 4, null].map((priority) => ({
    text: priority === null ? edit.noPriority : words.common.priorityWord(priority),
    onChoose: () => onAct({ is: 'priority', priority }),
  }));
  return (
    <>
      <Button disabled={busy} onClick={() => onAct({ is: 'commit' })}>
        {many.commit}
      </Button>
      <Button disabled={busy} onClick={() => onAsk('assign')}>
        {many.assign}
      </Button>
      <Button disabled={busy} onClick={() => onAsk('owner')}>
        {many.owner}
      </Button>
      <Menu label={many.priority} trigger={<Button disabled={busy}>{many.priority}</Button>} items={priorities} />
      <Button disabled={busy} onClick={() => onAsk('label')}>
        {many.label}
      </Button>
      <Button disabled={busy} onClick={() => onAsk('team')}>
        {many.team}
      </Button>
      <Button disabled={busy} onClick={() => onAsk('cancel')}>
        {many.cancel}
      </Button>
    </>
  );
}
