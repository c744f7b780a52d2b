import type { RunRecord } from 'coact';
import { count } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { Part } from './part.tsx';
import { recordOf } from './record-of.ts';

const says = words.people.record;

/** What came of somebody's ended runs, in figures with their words. */
export function TrackRecord({ runs }: { runs: readonly RunRecord[] }) {
  const record = recordOf(runs);
  if (record.ended === 0) return null;
  const figures = [
    ['delivered', record.delivered],
    ['accepted', record.accepted],
    ['returned', record.returned],
    ['failed', record.failed],
    ['lost', record.lost],
    ['other', record.other],
  ] as const;
  return (
    <Part title={words.people.sections.record} note={says.note(record.ended)}>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {figures.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-sm text-muted">{says[name]}</dt>
            <dd className={`text-lg tabular-nums ${value === 0 ? 'text-muted' : ''}`}>{count(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-muted">{says.firstPass(record.accepted, record.accepted + record.returned)}</p>
    </Part>
  );
}
