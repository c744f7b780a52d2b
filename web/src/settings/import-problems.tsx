import type { ImportProblem } from 'coact/import';
import { words } from '../words/index.ts';

const says = words.settings.import;
const SHOWN = 50;

/** Everything that keeps a backlog from being taken, where it is and what to do about it. */
export function ImportProblems({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    <div role="alert">
      <p className="mb-2 font-medium text-fail">{says.problems(problems.length)}</p>
      <ul className="space-y-1.5">
        {problems.slice(0, SHOWN).map(({ file, line, problem }) => (
          <li key={`${file}:${line}:${problem}`} className="border-l-2 border-fail pl-3 [overflow-wrap:anywhere]">
            <span className="key text-muted">
              {[file, line === undefined ? undefined : says.line(line)].filter(Boolean).join(', ')}
            </span>{' '}
            {problem}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p className="mt-2 text-muted">{says.moreProblems(problems.length - SHOWN)}</p>}
    </div>
  );
}
