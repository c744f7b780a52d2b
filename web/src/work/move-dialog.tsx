import type { ItemSummary } from 'coact';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import type { Facts } from './filter/facts.ts';
import type { Grouped } from './group.ts';
import { whyText } from './not-moved.tsx';
import type { Moves } from './use-moves.ts';

type MoveDialogProps = {
  item: ItemSummary;
  lanes: readonly Grouped[];
  facts: Facts;
  moves: Moves;
  onClose: () => void;
};

/** The same as dragging, by keyboard: every lane with what going there means, or why it can't be. */
export function MoveDialog({ item, lanes, facts, moves, onClose }: MoveDialogProps) {
  return (
    <Dialog open onClose={onClose} title={words.work.card.moveLabel(item.key)} note={item.title}>
      <ul className="-mx-2 space-y-0.5">
        {lanes.map(({ value, title }) => {
          const move = moves.judge(item, value);
          const isHere = 'does' in move && move.does === 'nothing';
          const why = 'why' in move ? whyText(move.why, facts) : isHere ? words.work.card.here : '';
          return (
            <li key={value}>
              <button
                type="button"
                aria-disabled={why !== ''}
                onClick={() => {
                  if (why) return;
                  onClose();
                  void moves.move(item, value);
                }}
                className={`flex min-h-9 w-full flex-wrap items-baseline gap-x-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover max-md:min-h-11 ${why ? 'text-muted' : ''}`}
              >
                <span className="font-medium">{title}</span>
                {why && <span className="text-sm">{why}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
