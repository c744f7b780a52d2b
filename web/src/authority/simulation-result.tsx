import type { PolicySimulation } from 'coact';
import { useName } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { Ago } from '../parts/time.tsx';
import { words } from '../words/index.ts';
import { type Decision, DecisionMark } from './decision-mark.tsx';

const { simulate: says, sentence } = words.authority;
type Change = PolicySimulation['changes'][number];
const marks: Record<Change['to'], Decision> = { allow: 'allow', hold: 'approve', forbid: 'forbid' };

/** What the draft would have made of the past: how many decisions would differ, by the rule that makes them, with examples. */
export function SimulationResult({ result: { decisions, changes, notCovered } }: { result: PolicySimulation }) {
  const differ = changes.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p>
        {says.seen(decisions.seen)}{' '}
        <strong className="font-semibold">{differ === 0 ? says.none : says.differ(differ)}</strong>
      </p>
      <ul className="mt-2 space-y-3">
        {changes.map((change) => (
          <li key={`${change.rule} ${change.from} ${change.to}`}>
            <ChangedDecisions change={change} />
          </li>
        ))}
      </ul>
      {notCovered.length > 0 && (
        <details className="mt-3 text-sm text-muted">
          <summary>{says.notCovered}</summary>
          <ul className="mt-1 space-y-0.5">
            {notCovered.map(({ why, count }) => (
              <li key={why}>
                {says.times(count)} {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const ChangedDecisions = ({ change: { rule, from, to, count, examples } }: { change: Change }) => (
  <>
    <p className="flex flex-wrap items-center gap-x-2">
      <DecisionMark decision={marks[to]} />
      <span className="font-medium tabular-nums">{says.times(count)}</span>
      {says.change(says.decided[from], says.decided[to])}
      <span className="key text-muted">{rule}</span>
    </p>
    <ul aria-label={says.examples} className="mt-0.5 pl-6 text-sm text-muted">
      {examples.map((example) => (
        <li key={example.event}>
          <Example {...example} />
        </li>
      ))}
    </ul>
  </>
);

function Example({ event, at, actor, operation, item }: Change['examples'][number]) {
  const name = useName(actor);
  return (
    <>
      {name} {sentence.act(operation)} {item && <span className="key">{item}</span>},{' '}
      <Link to={{ page: 'ledger', chosen: event }} className="underline underline-offset-2">
        <Ago at={at} />
      </Link>
    </>
  );
}
