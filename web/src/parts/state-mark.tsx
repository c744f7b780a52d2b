import type { ItemSummary } from 'coact';
import { states } from '../words/common.ts';

type State = ItemSummary['state'];

/** Tells the states apart by shape; the word stands beside it. */
const shapes: Record<State, React.ReactNode> = {
  draft: <circle cx="8" cy="8" r="5.75" strokeDasharray="2.4 2.1" />,
  ready: <circle cx="8" cy="8" r="5.75" />,
  active: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none" />
    </>
  ),
  review: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d="m5.2 8.2 2 2 3.6-4" className="stroke-sheet" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
};

const colours: Record<State, string> = {
  draft: 'text-muted',
  ready: 'text-ink',
  active: 'text-warn',
  review: 'text-ink',
  done: 'text-pass',
  cancelled: 'text-muted',
};

export function StateMark({ state }: { state: State }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={`size-4 shrink-0 fill-none stroke-current stroke-[1.5] ${colours[state]}`}
      >
        {shapes[state]}
      </svg>
      {states[state]}
    </span>
  );
}
