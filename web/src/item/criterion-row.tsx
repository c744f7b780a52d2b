import type { Item } from 'coact';
import type { KeyboardEvent } from 'react';
import { words } from '../words/index.ts';
import { textBox } from './markdown-field.tsx';

type Criterion = Item['criteria'][number];

type Props = {
  criterion: Criterion;
  /** From 1. */
  place: number;
  of: number;
  onType: (criterion: Criterion) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
  onKey: (event: KeyboardEvent) => void;
};

/** One criterion being written. */
export function CriterionRow({ criterion, place, of, onType, onMove, onRemove, onKey }: Props) {
  const { id, text, check, required } = criterion;
  const { criteria } = words.item;
  return (
    <li className="flex gap-2" onKeyDown={onKey}>
      <span aria-hidden="true" className="w-5 pt-1.5 text-right text-muted">
        {place}
      </span>
      <div className="min-w-0 flex-1 space-y-1.5">
        <textarea
          rows={1}
          autoFocus={place === 1}
          data-part={`criteria.${id}.text`}
          aria-label={criteria.text(place)}
          placeholder={criteria.textPlaceholder}
          value={text}
          onChange={({ target }) => onType({ ...criterion, text: target.value.replaceAll('\n', ' ') })}
          className={textBox}
        />
        <input
          data-part={`criteria.${id}.check`}
          aria-label={criteria.check(place)}
          placeholder={criteria.checkPlaceholder}
          value={check ?? ''}
          onChange={({ target }) => onType({ ...criterion, check: target.value || null })}
          className={`${textBox} text-sm`}
        />
        <label className="inline-flex min-h-6 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={required}
            onChange={({ target }) => onType({ ...criterion, required: target.checked })}
            className="size-4 accent-accent"
          />
          {criteria.required}
        </label>
      </div>
      <div className="flex flex-col gap-0.5">
        <Small label={criteria.up(place)} sign="↑" disabled={place === 1} onPress={() => onMove(-1)} />
        <Small label={criteria.down(place)} sign="↓" disabled={place === of} onPress={() => onMove(1)} />
        <Small label={criteria.remove(place)} sign="✕" onPress={onRemove} />
      </div>
    </li>
  );
}

type SmallProps = { label: string; sign: string; disabled?: boolean; onPress: () => void };

/** A button that shows a sign and says a word. */
export const Small = ({ label, sign, disabled = false, onPress }: SmallProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onPress}
    className="grid size-6 shrink-0 place-items-center rounded text-muted hover:bg-hover hover:text-ink disabled:opacity-40 max-md:size-9"
  >
    <span aria-hidden="true">{sign}</span>
  </button>
);
