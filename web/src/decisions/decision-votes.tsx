import type { WholeDecision } from 'coact';
import { Person } from '../parts/badge.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.decisions;

/** Where several must choose the same: how many of whom, and who chose what. */
export function DecisionVotes({
  decision: { wanted, choices, options, choice: decided },
}: {
  decision: WholeDecision;
}) {
  const people = useStore((state) => state.people);
  if (wanted.length + choices.length === 0) return null;
  const textOf = (choice: string) => options.find(({ id }) => id === choice)?.text ?? choice;
  const isTorn = decided === null && new Set(choices.map(({ choice }) => choice)).size > 1;
  return (
    <section aria-label={says.choices}>
      <h3 className="mb-1 text-sm text-muted">{says.choices}</h3>
      {wanted.map(({ rule, count, among }) => (
        <p key={rule}>{says.wanted(count, among.map((id) => people.get(id)?.name ?? '…').join(', '))}</p>
      ))}
      {isTorn && <p className="text-warn">{says.differ}</p>}
      <ul className="mt-1 space-y-1.5">
        {choices.map(({ by, choice, reason }) => (
          <li key={by}>
            <Person id={by} as={says.roles.decide} /> {textOf(choice)}
            {reason && <span className="text-muted">: {reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
