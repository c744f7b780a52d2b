import type { PolicyMatrix } from 'coact';
import { words } from '../words/index.ts';

export type Decision = PolicyMatrix['cells'][number]['decision'];

const shapes: Record<Decision, React.ReactNode> = {
  allow: <path d="m3.500 8.500 3 3 6-6.500" />,
  approve: (
    <>
      <circle cx="8" cy="8" r="5.500" />
      <path d="M8 5v3.200l2 1.300" />
    </>
  ),
  forbid: (
    <>
      <circle cx="8" cy="8" r="5.500" />
      <path d="m4.200 11.800 7.600-7.600" />
    </>
  ),
};
const colours: Record<Decision, string> = { allow: 'text-pass', approve: 'text-warn', forbid: 'text-fail' };

/** A decision by its shape; its word stands beside it. */
export const DecisionMark = ({ decision }: { decision: Decision }) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    className={`size-4 shrink-0 fill-none stroke-current stroke-[1.6] [stroke-linecap:round] [stroke-linejoin:round] ${colours[decision]}`}
  >
    {shapes[decision]}
  </svg>
);

/** The decision with its word. */
export const DecisionWord = ({ decision }: { decision: Decision }) => (
  <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap">
    <DecisionMark decision={decision} />
    {words.authority.decisions[decision]}
  </span>
);
