import type { Item } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { words } from '../words/index.ts';
import { Preview } from './preview.tsx';
import { useRuns } from './runs.tsx';
import { VerdictMark } from './verdicts.tsx';

/** Criterion by criterion: what shows that it is met, and how that was judged. */
export function EvidenceTab({ item }: { item: Item }) {
  const { runs } = useRuns(item);
  const { delivery, criteria } = item;
  const judged = runs.find(({ id }) => id === delivery?.run)?.verdicts ?? [];
  return (
    <div className="max-w-[48rem] space-y-6">
      {delivery ? (
        <div>
          <p className="mb-1 flex items-center gap-2">
            <Person id={delivery.executor} as={words.item.didIt} />
            <span className="text-muted">{words.item.delivered}</span>
          </p>
          <Markdown text={delivery.summary} />
        </div>
      ) : (
        <p className="text-muted">{words.item.notDelivered}</p>
      )}
      <ol className="space-y-6">
        {criteria.map((criterion) => {
          const verdict = judged.find((one) => one.criterion === criterion.id);
          const evidence = delivery?.evidence.filter((one) => one.criterion === criterion.id) ?? [];
          return (
            <li key={criterion.id}>
              <h3 className="prose font-medium">{criterion.text}</h3>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                {verdict && <VerdictMark verdict={verdict.verdict} />}
                {words.item.criteria.detail(criterion.check, criterion.required)}
              </p>
              {verdict?.reason && <p className="prose text-fail">{verdict.reason}</p>}
              <div className="mt-2 space-y-2">
                {evidence.map(({ artifact, name }) => (
                  <Preview key={artifact + name} sha256={artifact} name={name} />
                ))}
                {delivery && evidence.length === 0 && <p className="text-muted">{words.item.noEvidence}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      {criteria.length === 0 && <p className="text-muted">{words.item.criteria.empty}</p>}
    </div>
  );
}
