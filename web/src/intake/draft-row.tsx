import type { ItemSummary } from 'coact';
import { Badge } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { words } from '../words/index.ts';
import { Source } from './source.tsx';

/** CSS pixels. */
export const ROW = 82;

type RowProps = {
  item: ItemSummary;
  isOpen: boolean;
  isChosen: boolean;
  /** Null: it is not the reader's to decide about. */
  onToggle: (() => void) | null;
};

/** One draft in the list: who sent it and when, its title, who would answer for it. */
export const DraftRow = ({ item, isOpen, isChosen, onToggle }: RowProps) => (
  <div
    className={`relative flex h-full gap-3 border-b border-l-2 border-b-line py-2 pr-4 pl-3 ${isOpen ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-hover'}`}
  >
    <input
      type="checkbox"
      checked={isChosen}
      disabled={onToggle === null}
      onChange={() => onToggle?.()}
      aria-label={words.intake.choose(item.key)}
      className="relative z-10 mt-1 size-4 shrink-0 accent-accent max-md:size-5"
    />
    <div className="min-w-0 flex-1">
      <div className="flex items-center justify-between gap-2">
        <Source item={item} />
        <span className="key text-sm text-muted">{item.key}</span>
      </div>
      <div className="flex items-start justify-between gap-2">
        <Link
          to={{ page: 'intake', chosen: item.key }}
          replace={matchMedia('(min-width: 48rem)').matches}
          aria-current={isOpen || undefined}
          className="line-clamp-2 min-w-0 leading-5 font-medium -outline-offset-2 before:absolute before:inset-0"
        >
          {item.title}
        </Link>
        <Badge id={item.owner} as={words.intake.owner} />
      </div>
    </div>
  </div>
);
