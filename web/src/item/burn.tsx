import type { Item } from 'coact';
import { amount, count, number } from '../parts/format.ts';
import { words } from '../words/index.ts';

type Usage = NonNullable<Item['run']>['usage'];

const measures = [
  { measure: 'cost', write: amount },
  { measure: 'tokens', write: count },
  { measure: 'minutes', write: number },
] as const;

/** What was used up so far, against what may be; measures without use and limit are left out. */
export function Burn({ usage, budget }: { usage: Usage; budget: Item['budget'] }) {
  const shown = measures.filter(({ measure }) => usage[measure] > 0 || budget?.[measure] !== undefined);
  if (shown.length === 0) return null;
  return (
    <dl className="grid max-w-sm grid-cols-[auto_auto_minmax(3rem,1fr)] items-center gap-x-3 text-sm">
      {shown.map(({ measure, write }) => {
        const limit = budget?.[measure];
        const word = words.item.usage[measure];
        return (
          <div key={measure} className="contents">
            <dt className="text-muted">{word}</dt>
            <dd className="text-right tabular-nums">
              {words.item.usedOf(write(usage[measure]), limit === undefined ? undefined : write(limit))}
            </dd>
            <dd>
              {limit !== undefined && (
                <progress
                  className="meter w-full"
                  value={Math.min(usage[measure], limit)}
                  max={limit}
                  aria-label={words.item.budgetOf(word)}
                />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
