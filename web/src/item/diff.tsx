import { words } from '../words/index.ts';
import { type DiffLine, diffLines } from './diff-lines.ts';

const looks: Record<DiffLine['kind'], string> = {
  added: 'text-pass',
  removed: 'text-fail',
  head: 'text-muted',
  same: '',
};
/** More would make the page slow to read for nobody's good: the whole is a download away. */
const MOST = 2_000;

/** A change, line by line: the signs stay in front, the colours follow them, and screen readers hear the words. */
export function Diff({ text, label }: { text: string; label: string }) {
  const lines = diffLines(text);
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-h-96 overflow-auto py-2 -outline-offset-2">
      <p className="px-3 pb-1 text-sm text-muted">
        {words.item.diffSum(sumOf(lines, 'added'), sumOf(lines, 'removed'))}
      </p>
      <pre className="w-max min-w-full font-mono text-[0.8125rem]">
        {lines.slice(0, MOST).map(({ kind, text: line }, index) => (
          <span key={index} className={`block px-3 ${looks[kind]}`}>
            {(kind === 'added' || kind === 'removed') && <span className="sr-only">{words.item.diff[kind]} </span>}
            {line || ' '}
          </span>
        ))}
      </pre>
      {lines.length > MOST && (
        <p className="px-3 pt-1 text-sm text-muted">{words.item.moreLines(lines.length - MOST)}</p>
      )}
    </div>
  );
}

const sumOf = (lines: readonly DiffLine[], kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
