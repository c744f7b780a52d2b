import type { Outcome } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { MeasureBar } from './measure-bar.tsx';
import type { Measure } from './measure-share.ts';
import { ReadingForm } from './reading-form.tsx';
import { ReadingsChart } from './readings-chart.tsx';

type MeasuresProps = { outcome: Outcome; mayChange: boolean };

/** What tells how far an outcome is: each measure on its way, its readings, and a new reading. */
export function Measures({ outcome, mayChange }: MeasuresProps) {
  const { id, version, measures } = outcome;
  const { answer } = useQuery(`outcome.${id}.${version}`, () => server.outcome.get({ id }));
  const withReadings = new Map((answer?.id === id ? answer.measures : []).map((one) => [one.id, one]));
  if (measures.length === 0) return <p className="text-muted">{words.outcomes.noMeasures}</p>;
  return (
    <ul className="space-y-6">
      {measures.map((measure) => (
        <OneMeasure
          key={measure.id}
          outcome={outcome}
          measure={{ ...measure, readings: withReadings.get(measure.id)?.readings ?? [] }}
          isRead={answer !== null}
          mayChange={mayChange}
        />
      ))}
    </ul>
  );
}

type OneProps = MeasuresProps & { measure: Measure; isRead: boolean };

function OneMeasure({ outcome, measure, isRead, mayChange }: OneProps) {
  const [isReading, setReading] = useState(false);
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3">
        <h4 className="min-w-0 font-medium wrap-anywhere">{measure.name}</h4>
        {mayChange && !isReading && (
          <Button look="quiet" className="-my-1.5 shrink-0 text-sm" onClick={() => setReading(true)}>
            {words.outcomes.read}
          </Button>
        )}
      </div>
      <MeasureBar measure={measure} />
      {isReading && <ReadingForm outcome={outcome} measure={measure} onDone={() => setReading(false)} />}
      {isRead && <ReadingsChart measure={measure} />}
    </li>
  );
}
