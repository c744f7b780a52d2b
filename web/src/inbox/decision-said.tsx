import { Person } from '../parts/badge.tsx';
import { amount as money } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { type Decision, optionText } from './read-decision.ts';
import { useNames } from './use-names.ts';

const says = words.decisions;

/** What a decision is about beside its question, and what silence would mean. */
export function DecisionTerms({ decision, hasDue }: { decision: Decision; hasDue: boolean }) {
  const { decisionKind, amount, reversible, onSilence } = decision;
  const silence =
    onSilence === 'keep_asking' ? says.form.keepAsking : says.form.silence(optionText(decision, onSilence.choose));
  const terms = [
    decisionKind,
    amount !== null && says.form.about(money(amount)),
    reversible !== null && (reversible ? says.form.undoable : says.form.notUndoable),
  ].filter((one): one is string => typeof one === 'string');
  if (terms.length === 0 && !hasDue) return null;
  return (
    <div className="text-sm text-muted">
      {terms.length > 0 && <p>{terms.join(' · ')}</p>}
      {hasDue && <p>{silence}</p>}
    </div>
  );
}

/** Who has agreed, who has not, and what input was given. */
export function DecisionSaid({ decision }: { decision: Decision }) {
  const { agree, agreements, inputs, wanted, choices } = decision;
  const nameOf = useNames();
  if (agree.length + inputs.length + wanted.length === 0) return null;
  const isTorn = new Set(choices.map(({ choice }) => choice)).size > 1;
  return (
    <section aria-label={says.form.sofar} className="max-w-[44rem]">
      <h3 className="mb-1 text-sm text-muted">{says.form.sofar}</h3>
      {wanted.map(({ count, among }) => (
        <p key={among.join()}>{says.wanted(count, among.map((id) => nameOf(id) ?? '…').join(', '))}</p>
      ))}
      {isTorn && <p className="text-warn">{says.differ}</p>}
      <ul className="space-y-1.5">
        {agree.map((id) => {
          const said = agreements.find(({ by }) => by === id);
          return (
            <li key={id}>
              <Person id={id} as={says.roles.agree} />{' '}
              {said ? said.agree ? says.agrees : says.disagrees : <span className="text-muted">{says.waits}</span>}
              {said?.reason && <span className="text-muted">: {said.reason}</span>}
            </li>
          );
        })}
        {choices.map(({ by, choice, reason }) => (
          <li key={`chose ${by}`}>
            <Person id={by} as={says.roles.decide} /> {optionText(decision, choice)}
            {reason && <span className="text-muted">: {reason}</span>}
          </li>
        ))}
        {inputs.map(({ by, input }) => (
          <li key={by}>
            <Person id={by} as={says.roles.input} /> <span className="prose">{input}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
