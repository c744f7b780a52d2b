import { ageOf, when } from './ages.ts';
import { exactly } from './format.ts';
import { useNow } from './use-now.ts';

/** How long ago, in its largest unit; the moment itself on hover. */
export function Age({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactly(at)} className="whitespace-nowrap">
      {ageOf(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}

/** "in 4 min", "3 d ago". */
export function When({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactly(at)} className="whitespace-nowrap">
      {when(at, now)}
    </time>
  );
}

/** "3 d ago". What was only just now is never in the future, however the clocks of page and server differ. */
export function Ago({ at }: { at: string }) {
  const now = Math.max(useNow(), Date.parse(at));
  return (
    <time dateTime={at} title={exactly(at)} className="whitespace-nowrap">
      {when(at, now)}
    </time>
  );
}
