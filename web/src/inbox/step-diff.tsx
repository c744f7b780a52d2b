import type { StepPreview } from 'coact';
import { words } from '../words/index.ts';
import { type NameOf, fieldWord, tellValue } from './tell-value.ts';

const says = words.proposals;

/** What a step would change, field by field: as it is, and as it would be. */
export function StepDiff({ step: { changes, makes }, nameOf }: { step: StepPreview; nameOf: NameOf }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-2 space-y-1.5 border-l-2 border-line pl-3 text-sm">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="grid gap-x-3 md:grid-cols-[8.5rem_1fr]">
          <dt className="text-muted">{fieldWord(field)}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">
            {!makes && (
              <>
                <del className="text-muted">
                  <span className="sr-only">{says.before}: </span>
                  {tellValue(field, before, nameOf)}
                </del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins className="no-underline">
              <span className="sr-only">{says.after}: </span>
              {tellValue(field, after, nameOf)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What only machines need to know. */
const isTechnical = new Set(['id', 'fence', 'call']);

/** What was sent, where nothing else tells what it would do. */
export function StepInput({ input, nameOf }: { input: Record<string, unknown>; nameOf: NameOf }) {
  return (
    <dl className="mt-2 space-y-1.5 border-l-2 border-line pl-3 text-sm">
      {Object.entries(input)
        .filter(([field]) => !isTechnical.has(field))
        .map(([field, value]) => (
          <div key={field} className="grid gap-x-3 md:grid-cols-[8.5rem_1fr]">
            <dt className="text-muted">{fieldWord(field)}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">{tellValue(field, value, nameOf)}</dd>
          </div>
        ))}
    </dl>
  );
}
