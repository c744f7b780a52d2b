import { type KeyboardEvent, useRef } from 'react';

type Keep = { label: string; value: string; onKeep: (value: string) => void; onClose: () => void };

const box = 'h-7 w-full min-w-0 rounded border border-accent bg-sheet px-1.5 text-base';

/** Enter and leaving keep what is there, once and only when it is something else; escape does not. */
function useKeeping({ value, onKeep, onClose }: Keep) {
  const isOver = useRef(false);
  const end = (now: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onClose();
    if (now !== null && now !== value) onKeep(now);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter') end(event.currentTarget.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { end, onKeyDown };
}

/** `isOpened`: with its calendar open, where a pointer asked for a date. */
type InputProps = Keep & { type?: 'text' | 'date'; isOpened?: boolean };

export function CellInput({ type = 'text', isOpened = false, ...keep }: InputProps) {
  const { end, onKeyDown } = useKeeping(keep);
  // Whoever types a date is through many others on the way; a day that is picked in the calendar is meant at once.
  const isTyped = useRef(false);
  return (
    <input
      autoFocus
      type={type}
      aria-label={keep.label}
      defaultValue={keep.value}
      onFocus={({ target }) => {
        if (type === 'text') target.select();
        else if (isOpened) target.showPicker();
      }}
      onChange={({ target }) => type === 'date' && !isTyped.current && target.value !== '' && end(target.value)}
      onBlur={({ target }) => end(target.value)}
      onKeyDown={(event) => {
        isTyped.current = true;
        onKeyDown(event);
      }}
      className={box}
    />
  );
}

export function CellSelect({ choices, ...keep }: Keep & { choices: readonly { value: string; word: string }[] }) {
  const { end, onKeyDown } = useKeeping(keep);
  // Arrows walk through the choices; a choice by mouse is meant at once.
  const byMouse = useRef(false);
  return (
    <select
      autoFocus
      onPointerDown={() => (byMouse.current = true)}
      onChange={({ target }) => byMouse.current && end(target.value)}
      aria-label={keep.label}
      defaultValue={keep.value}
      onBlur={({ target }) => end(target.value)}
      onKeyDown={(event) => {
        byMouse.current = false;
        onKeyDown(event);
      }}
      className={box}
    >
      {choices.map(({ value, word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
