import { type RefObject, useId } from 'react';
import { words } from '../words/index.ts';
import type { Completion } from './filter/complete.ts';
import type { Facts } from './filter/facts.ts';
import type { FilterTrouble } from './filter/trouble.ts';
import { useCompletions } from './use-completions.ts';

type FilterBoxProps = {
  value: string;
  onType: (value: string) => void;
  facts: Facts;
  trouble: FilterTrouble | null;
  input: RefObject<HTMLInputElement | null>;
  className?: string;
};

/** The filter as text, with what could come next below it and what is wrong with it in words. */
export function FilterBox({ value, onType, facts, trouble, input, className = '' }: FilterBoxProps) {
  const id = useId();
  const { offered, at, take, close, onKeyDown, look } = useCompletions({ value, onType, facts, input });
  const { filter } = words.work;
  const isOpen = offered.length > 0;
  return (
    <div className={`relative min-w-40 flex-1 ${className}`} role="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={filter.label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-trouble`}
        placeholder={filter.placeholder}
        value={value}
        onChange={({ target }) => {
          onType(target.value);
          look(target.selectionStart ?? target.value.length);
        }}
        onBlur={close}
        onKeyDown={(event) => {
          onKeyDown(event);
          if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.defaultPrevented)) return;
          event.preventDefault();
          if (isOpen && event.key === 'Escape') close();
          else event.currentTarget.blur();
        }}
        className="h-8 w-full rounded-md border border-edge bg-sheet px-2.5 placeholder:text-muted aria-invalid:border-warn max-md:h-10 max-md:text-[16px]"
      />
      {isOpen && <Completions {...{ id, offered, at, take }} />}
      <p id={`${id}-trouble`} role="status" className={trouble && !isOpen ? troubleNote : 'sr-only'}>
        {trouble && `${filter.at(value.slice(trouble.at, trouble.end))}${filter.trouble(trouble)}`}
      </p>
    </div>
  );
}

type CompletionsProps = {
  id: string;
  offered: readonly Completion[];
  at: number;
  take: (completion: Completion) => void;
};

/** The focus stays in the filter: what the arrows are on is told to those who hear the page by its id. */
function Completions({ id, offered, at, take }: CompletionsProps) {
  const { filter } = words.work;
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label={filter.completions}
      className="absolute top-full right-0 left-0 z-30 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line bg-sheet p-1 shadow-lg md:right-auto md:min-w-80"
    >
      {offered.map((one, index) => (
        <li
          key={one.shows}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault();
            take(one);
          }}
          className={`flex min-h-8 items-baseline gap-3 rounded-md px-2.5 py-1 max-md:min-h-10 ${index === at ? 'bg-hover' : 'hover:bg-hover'}`}
        >
          <span className="key">{one.shows}</span>
          {one.key && one.shows.endsWith(':') && (
            <span className="min-w-0 flex-1 truncate text-sm text-muted">{filter.examples[one.key]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const troubleNote =
  'absolute top-full left-0 z-20 mt-1 w-max max-w-80 rounded-md border border-line bg-sheet px-2.5 py-1.5 text-sm text-warn shadow-lg';
