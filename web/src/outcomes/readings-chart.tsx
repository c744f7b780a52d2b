import { useName } from '../parts/badge.tsx';
import { date, exactly, number } from '../parts/format.ts';
import { When } from '../parts/time.tsx';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words/index.ts';
import { chartPoints } from './chart-points.ts';
import type { Measure } from './measure-share.ts';

/** Per cent across, so that it is as wide as its place; pixels down. */
const BOX = { width: 100, height: 96 } as const;
const AIR = 8;

/** How a measure moved, between where it stood and where it shall stand; the numbers as a table below. */
export function ReadingsChart({ measure }: { measure: Measure }) {
  const { readings, name, baseline, target, unit } = measure;
  const { chart, noReadings, readings: title, withUnit } = words.outcomes;
  if (readings.length === 0) return <p className="mt-2 text-sm text-muted">{noReadings}</p>;
  const drawn = chartPoints(measure, BOX);
  return (
    <figure className="mt-3">
      <svg role="img" aria-label={title(name)} height={BOX.height + 2 * AIR} className="block w-full overflow-visible">
        <Level y={drawn.baseline} />
        <Level y={drawn.target} isTarget />
        <svg
          y={AIR}
          width="100%"
          height={BOX.height}
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          preserveAspectRatio="none"
          className="overflow-visible"
        >
          <polyline
            points={drawn.points.map(({ x, y }) => `${x},${y}`).join(' ')}
            vectorEffect="non-scaling-stroke"
            className="fill-none stroke-ink stroke-[1.5]"
          />
        </svg>
        {drawn.points.map(({ x, y }) => (
          <circle key={`${x},${y}`} cx={`${x}%`} cy={y + AIR} r="2.5" className="fill-ink" />
        ))}
      </svg>
      <Ends measure={measure} />
      <figcaption className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <Named says={`${chart.target} ${withUnit(number(target), unit)}`} isTarget />
        <Named says={`${chart.baseline} ${withUnit(number(baseline), unit)}`} />
      </figcaption>
      <Numbers measure={measure} />
    </figure>
  );
}

type LevelProps = { y: number; isTarget?: boolean };

/** A line to compare with: the target is whole, the baseline dashed. */
const Level = ({ y, isTarget = false }: LevelProps) => (
  <line
    x1="0"
    x2="100%"
    y1={y + AIR}
    y2={y + AIR}
    className="stroke-edge"
    strokeDasharray={isTarget ? undefined : '4 4'}
  />
);

/** When the first reading was and when the last, with what they read; a single one stands in the middle, as its point does. */
function Ends({ measure: { readings, unit } }: { measure: Measure }) {
  const now = useNow();
  const inOrder = readings.toSorted((a, b) => a.at.localeCompare(b.at));
  const ends = inOrder.length > 1 ? [inOrder.at(0), inOrder.at(-1)] : inOrder;
  return (
    <p className={`flex gap-x-4 text-sm ${ends.length > 1 ? 'justify-between' : 'justify-center'}`}>
      {ends.map(
        (one) =>
          one && (
            <span key={one.at} className="tabular-nums">
              <time dateTime={one.at} title={exactly(one.at)} className="text-muted">
                {words.outcomes.chart.at(date(one.at, now))}
              </time>{' '}
              {words.outcomes.withUnit(number(one.value), unit)}
            </span>
          ),
      )}
    </p>
  );
}

/** What such a line means. Outside of the picture, so that its letters do not shrink with it. */
const Named = ({ says, isTarget = false }: { says: string; isTarget?: boolean }) => (
  <span className="inline-flex items-center gap-1.5">
    <svg viewBox="0 0 20 8" aria-hidden="true" className="h-2 w-5">
      <line x1="0" x2="20" y1="4" y2="4" className="stroke-edge" strokeDasharray={isTarget ? undefined : '4 4'} />
    </svg>
    {says}
  </span>
);

function Numbers({ measure: { readings, unit } }: { measure: Measure }) {
  const { columns, readingsTable } = words.outcomes;
  const newest = readings.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <details className="mt-1 text-sm">
      <summary className="text-muted">{readingsTable(readings.length)}</summary>
      <table className="mt-1 w-full text-left [&_td]:py-0.5 [&_td]:pr-3 [&_td]:align-top [&_th]:pr-3 [&_th]:font-normal [&_th]:text-muted">
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col" className="text-right">
              {columns.value}
            </th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {newest.map(({ value, at, by, note }) => (
            <tr key={at} title={exactly(at)}>
              <td>
                <When at={at} />
              </td>
              <td className="text-right tabular-nums">{words.outcomes.withUnit(number(value), unit)}</td>
              <td>
                <By id={by} />
              </td>
              <td className="wrap-anywhere">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const By = ({ id }: { id: string }) => useName(id);
