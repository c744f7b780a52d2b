import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import type { ManyResult } from './many-acts.ts';

/** How many were done, and which were refused and why, the like ones together. */
export function ManyResultDialog({ result: { done, refused }, onClose }: { result: ManyResult; onClose: () => void }) {
  const { many } = words.work;
  const reasons = [...Map.groupBy(refused, ({ why }) => why)];
  return (
    <Dialog open onClose={onClose} title={many.doneTitle(done, refused.length)} wide>
      <h3 className="font-medium">{many.refused}</h3>
      <ul className="mt-2 max-h-[50vh] space-y-3 overflow-y-auto">
        {reasons.map(([why, some]) => (
          <li key={why}>
            <p>{why}</p>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted">
              {some.map(({ item }) => (
                <span key={item.id} className="key" title={item.title}>
                  {item.key}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <Button className="mt-4" onClick={onClose}>
        {many.close}
      </Button>
    </Dialog>
  );
}
