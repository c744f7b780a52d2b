import type { ItemSummary } from 'coact';
import { Rows } from '../parts/rows.tsx';
import { useNarrow } from '../work/use-narrow.ts';
import { words } from '../words/index.ts';
import { GiveDue } from './give-due.tsx';

type DatelessProps = { items: readonly ItemSummary[]; beside: boolean; onChoose: (key: string) => void };

/** CSS pixels of a row on one line and on two, and of what stands above the rows. */
const [LINE, TWO_LINES, HEAD] = [36, 56, 76];

/** What nobody has given a date, to give it one at once or to open it. Below the days it has all the room that they leave. */
export function Dateless({ items, beside, onChoose }: DatelessProps) {
  const { dateless, datelessNote } = words.timeline;
  const isTight = useNarrow() || beside;
  const height = isTight ? TWO_LINES : LINE;
  return (
    <section
      aria-label={dateless(items.length)}
      className={`flex flex-col border-line ${beside ? 'min-h-0 w-80 shrink-0 border-l' : 'flex-1 border-t'}`}
      style={beside ? undefined : { minHeight: `min(40%, ${HEAD + items.length * height}px)` }}
    >
      <h2 className="px-4 pt-2 font-medium">{dateless(items.length)}</h2>
      <p className="px-4 pb-2 text-sm text-muted">{datelessNote}</p>
      <Rows
        count={items.length}
        key={height}
        height={height}
        keyOf={(index) => items[index]?.id ?? String(index)}
        row={(index) => {
          const item = items[index];
          return item && <Line item={item} isTight={isTight} onChoose={onChoose} />;
        }}
      />
    </section>
  );
}

type LineProps = { item: ItemSummary; isTight: boolean; onChoose: (key: string) => void };

function Line({ item, isTight, onChoose }: LineProps) {
  return (
    <div className="relative flex h-full items-center gap-3 border-t border-line px-4 hover:bg-hover">
      <button
        type="button"
        onClick={() => onChoose(item.key)}
        title={item.title}
        className={`flex min-w-0 flex-1 text-left -outline-offset-2 before:absolute before:inset-0 ${isTight ? 'flex-col' : 'items-baseline gap-2'}`}
      >
        <span className="key text-muted">{item.key}</span>
        <span className="max-w-full truncate">{item.title}</span>
      </button>
      <GiveDue item={item} />
    </div>
  );
}
