import { words } from '../words/index.ts';

/** Progress by verified work, as a bar and in words. */
export function VerifiedBar({ done, all }: { done: number; all: number }) {
  const says = words.outcomes.verified(done, all);
  return (
    <span className="flex items-center gap-2 text-sm text-muted" title={words.outcomes.verifiedNote}>
      {all > 0 && <progress className="meter w-16 shrink-0" value={done} max={all} aria-label={says} />}
      <span className="truncate">{says}</span>
    </span>
  );
}
