import type { WholeDecision } from 'coact';
import { Person } from '../parts/badge.tsx';
import { words } from '../words/index.ts';

const says = words.decisions;

/** Who recommends, must agree, performs, gives input and decides, and what each of them said. */
export function DecisionRoles({ decision }: { decision: WholeDecision }) {
  const { roles, agreements, inputs, judgement, options, performance } = decision;
  const parts = [
    ...(roles.decide ? [['decide', roles.decide] as const] : []),
    ...(roles.recommend ? [['recommend', roles.recommend] as const] : []),
    ...roles.agree.map((id) => ['agree', id] as const),
    ...roles.input.map((id) => ['input', id] as const),
    ...(roles.perform ? [['perform', roles.perform] as const] : []),
  ];
  const saidBy = (part: string, id: string): string | null => {
    if (part === 'input') return inputs.find(({ by }) => by === id)?.input ?? says.waits;
    if (part === 'perform')
      return performance && [says.performance[performance.state], performance.reason].filter(Boolean).join(': ');
    if (part !== 'agree') return null;
    const said = agreements.find(({ by }) => by === id);
    if (!said) return says.waits;
    return [said.agree ? says.agrees : says.disagrees, said.reason].filter(Boolean).join(': ');
  };
  return (
    <section aria-label={says.parts}>
      <h3 className="mb-1 text-sm text-muted">{says.parts}</h3>
      <ul className="space-y-1.5">
        {parts.map(([part, id]) => {
          const said = saidBy(part, id);
          return (
            <li key={`${part} ${id}`} className="grid grid-cols-[8.5rem_1fr] items-baseline gap-3">
              <span className="text-muted">{says.roles[part]}</span>
              <span className="min-w-0">
                <Person id={id} as={says.roles[part]} />
                {said && <span className="text-muted"> · {said}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {judgement && (
        <p className="mt-2 text-sm text-muted">
          {says.judgedFirst}: {options.find(({ id }) => id === judgement.choice)?.text ?? judgement.choice}
          {judgement.reason && `. ${judgement.reason}`}
        </p>
      )}
    </section>
  );
}
