import { words } from '../words/index.ts';
import { count, money, number } from './format.ts';
import { useCurrency } from './use-currency.ts';

const measures = ['cost', 'tokens', 'minutes'] as const;
export type Measure = (typeof measures)[number];
type Amounts = { [One in Measure]?: number | undefined };
type Props = {
  used: Record<Measure, number>;
  limits: Amounts | null;
  /** Set apart for runs that live. */
  reserved?: Record<Measure, number>;
};

const says = words.budgets;

/** What was used up so far, against what may be; measures without use and limit are left out. */
export function Burn({ used, limits, reserved }: Props) {
  const currency = useCurrency();
  const shown = measures.filter((measure) => used[measure] > 0 || limits?.[measure] !== undefined);
  if (shown.length === 0) return null;
  return (
    <dl className="grid max-w-md grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {shown.map((measure) => (
        <Line
          key={measure}
          measure={measure}
          used={used[measure]}
          reserved={reserved?.[measure] ?? 0}
          limit={limits?.[measure]}
          write={writers(currency)[measure]}
        />
      ))}
    </dl>
  );
}

export const writers = (currency: string) => ({
  cost: (value: number) => money(value, currency),
  tokens: count,
  // Of hours nobody counts the seconds.
  minutes: (value: number) => (value < 10 ? number(value) : count(value)),
});

type LineProps = {
  measure: Measure;
  used: number;
  reserved: number;
  limit: number | undefined;
  write: (value: number) => string;
};

function Line({ measure, used, reserved, limit, write }: LineProps) {
  const word = says.measures[measure];
  const rest =
    limit === undefined
      ? []
      : [
          ...(reserved > 0 ? [says.reserved(write(reserved))] : []),
          says.left(write(Math.max(0, limit - used - reserved))),
        ];
  return (
    <div className="contents">
      <dt className="text-muted">{word}</dt>
      <dd className="min-w-0 tabular-nums">
        <span className="flex flex-wrap justify-between gap-x-3">
          <span>{says.usedOf(write(used), limit === undefined ? undefined : write(limit))}</span>
          {rest.length > 0 && <span className="text-muted">{rest.join(' · ')}</span>}
        </span>
        {limit !== undefined && (
          <progress
            className="meter mt-0.5 w-full"
            value={Math.min(used, limit)}
            max={limit}
            aria-label={says.ofWhat(word)}
          />
        )}
      </dd>
    </div>
  );
}
