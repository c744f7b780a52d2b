import type { ItemSummary } from 'coact';
import type { RefObject } from 'react';
import { states } from '../words.ts';

export type Filter = { state: 'open' | 'stuck' | ItemSummary['state']; text: string };

const choices: [Filter['state'], string][] = [
  ['open', 'All open'],
  ['draft', states.draft],
  ['ready', states.ready],
  ['active', states.active],
  ['review', states.review],
  ['stuck', 'Waiting or blocked'],
  ['done', states.done],
  ['cancelled', states.cancelled],
];

type Props = {
  filter: Filter;
  onChange: (filter: Filter) => void;
  found: number;
  input: RefObject<HTMLInputElement | null>;
};

export function FilterBar({ filter, onChange, found, input }: Props) {
  const box = 'h-8 rounded-md border border-edge bg-sheet px-2 max-md:h-10 max-md:text-[16px]';
  return (
    <div role="search" className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4 max-md:h-14">
      <select
        aria-label="State"
        value={filter.state}
        onChange={({ target }) =>
          onChange({ ...filter, state: choices.find(([value]) => value === target.value)?.[0] ?? 'open' })
        }
        className={`${box} max-md:w-32`}
      >
        {choices.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      <input
        ref={input}
        type="search"
        aria-label="Filter"
        placeholder="Filter …  ( / )"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
        className={`${box} w-full max-w-72 min-w-0 placeholder:text-muted`}
      />
      <p role="status" className="ml-auto text-sm whitespace-nowrap text-muted">
        {found.toLocaleString()} {found === 1 ? 'item' : 'items'}
      </p>
    </div>
  );
}
