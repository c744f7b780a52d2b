import type { Item, MissingPart } from 'coact';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { may } from './may.ts';
import type { ReadinessAnswer } from './use-readiness.ts';

type Props = { item: Item; readiness: ReadinessAnswer; onJump: (part: string) => void };

/** What a draft still lacks; each hint leads to the place where it is written. The act that follows stands in the item's bar. */
export function Readiness({ item, readiness: { answer, trouble }, onJump }: Props) {
  if (!answer) return <TroubleNote trouble={trouble} />;
  const { missing, advised } = answer;
  const jumping = { onJump, mayWrite: may(item, 'item.update') };
  return (
    <div className="space-y-2">
      {missing.length === 0 && (
        <p>
          {words.item.nothingMissing}{' '}
          <span className="text-muted">
            {may(item, 'item.commit') ? words.item.youCommit : words.item.ownerCommits}
          </span>
        </p>
      )}
      {missing.length > 0 && <Parts title={words.item.missing} sign="○" parts={missing} {...jumping} />}
      {advised.length > 0 && <Parts title={words.item.advised} sign="·" parts={advised} {...jumping} />}
    </div>
  );
}

type PartsProps = {
  title: string;
  sign: string;
  parts: readonly MissingPart[];
  onJump: (part: string) => void;
  mayWrite: boolean;
};

const Parts = ({ title, sign, parts, onJump, mayWrite }: PartsProps) => (
  <div>
    <p className="text-muted">{title}</p>
    <ul>
      {parts.map(({ part, hint }) => (
        <li key={part}>
          <button
            type="button"
            disabled={!mayWrite}
            onClick={() => onJump(part)}
            className="-ml-1.5 flex min-h-7 gap-2 rounded-md px-1.5 py-0.5 text-left text-accent hover:bg-hover disabled:text-ink disabled:hover:bg-transparent max-md:min-h-10"
          >
            <span aria-hidden="true">{sign}</span>
            {hint}
          </button>
        </li>
      ))}
    </ul>
  </div>
);
