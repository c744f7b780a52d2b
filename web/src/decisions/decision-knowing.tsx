import type { WholeDecision } from 'coact';
import { Evidence } from '../parts/evidence.tsx';
import { Link } from '../parts/link.tsx';
import { words } from '../words/index.ts';

const says = words.decisions;

/** What was known when it was decided, how long it was looked at, and what followed. */
export function DecisionKnowing({ decision: { knowing, dwell, followed, choice } }: { decision: WholeDecision }) {
  if (!choice || !knowing) return null;
  const known = [
    knowing.revision !== null && says.revision(knowing.revision),
    says.answers(knowing.answers.length),
    knowing.evidence.length > 0 && says.evidence(knowing.evidence.length),
    knowing.agreements > 0 && says.agreements(knowing.agreements),
    knowing.inputs > 0 && says.inputs(knowing.inputs),
    dwell !== null && says.dwell(dwell),
  ].filter((one): one is string => typeof one === 'string');
  return (
    <>
      <section aria-label={says.knowing}>
        <h3 className="mb-1 text-sm text-muted">{says.knowing}</h3>
        <ul className="list-disc pl-5">
          {known.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <div className="mt-2 space-y-2">
          {knowing.evidence.map(({ artifact, name }) => (
            <Evidence key={artifact + name} sha256={artifact} name={name} />
          ))}
        </div>
      </section>
      <section aria-label={says.followed}>
        <h3 className="mb-1 text-sm text-muted">{says.followed}</h3>
        {followed.length === 0 && <p className="text-muted">{says.nothingFollowed}</p>}
        <ul className="space-y-1">
          {followed.map(({ id, type, itemKey }) => (
            <li key={id}>
              <Link to={{ page: 'ledger', chosen: id }} className="underline-offset-2 hover:underline">
                {itemKey && <span className="key text-accent">{itemKey}</span>} {words.common.eventWord(type)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
