import { number, percent } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { type Measure, measureShare } from './measure-share.ts';

/** From where, to where, and how far: three numbers with their unit, and a bar between the outer two. */
export function MeasureBar({ measure }: { measure: Measure }) {
  const { baseline, current, target, unit } = measure;
  const share = measureShare(measure);
  const { from, now, target: goal, withUnit, way, worse, reached } = words.outcomes;
  const says = share < 0 ? worse : share >= 1 ? reached : way(percent(share));
  const shown = Math.min(Math.max(share, 0), 1) * 100;
  return (
    <div className="mt-2">
      <div className="relative h-2 rounded-full border border-edge bg-sheet" aria-hidden="true">
        <div className="absolute inset-y-0 left-0 rounded-full bg-muted" style={{ width: `${shown}%` }} />
        <div className="absolute -inset-y-1 w-1 -translate-x-1/2 rounded-sm bg-ink" style={{ left: `${shown}%` }} />
      </div>
      <dl className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm tabular-nums [&_dt]:inline [&_dt]:text-muted [&_dd]:inline">
        <div>
          <dt>{from} </dt>
          <dd>{withUnit(number(baseline), unit)}</dd>
        </div>
        <div>
          <dt>{now} </dt>
          <dd>
            <strong className="font-semibold">{withUnit(number(current), unit)}</strong>{' '}
            <span className={share < 0 ? 'text-fail' : 'text-muted'}>({says})</span>
          </dd>
        </div>
        <div>
          <dt>{goal} </dt>
          <dd>{withUnit(number(target), unit)}</dd>
        </div>
      </dl>
    </div>
  );
}
