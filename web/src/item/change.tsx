import { words } from '../words/index.ts';

type Props = { label: string; text?: string; onOpen: () => void };

/** Leads from what is said to where it is changed. */
export const Change = ({ label, text = words.item.change, onOpen }: Props) => (
  <button
    type="button"
    data-open=""
    aria-label={label}
    onClick={onOpen}
    className="min-h-6 shrink-0 rounded px-1.5 text-sm text-accent hover:bg-hover"
  >
    {text}
  </button>
);
