import type { Decision } from 'coact';
import { Person } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { Ago } from '../parts/time.tsx';
import { words } from '../words/index.ts';

const says = words.decisions;

type Props = { decision: Decision; chosen: boolean; query: Readonly<Record<string, string>> };

/** One decision: what was asked, what was chosen, by whom and when. */
export function DecisionRow({ decision, chosen, query }: Props) {
  const { id, question, choice, state, itemKey, decisionKind, decidedBy, decidedAt, askedAt } = decision;
  return (
    <li>
      <Link
        to={{ page: 'decisions', chosen: id, query }}
        aria-current={chosen ? 'true' : undefined}
        className={`block border-b border-line px-3 py-2 md:px-6 ${chosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
      >
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 font-medium">{question}</span>
          <span className="shrink-0 text-sm text-muted">
            <Ago at={decidedAt ?? askedAt} />
          </span>
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-muted">
          {choice ? <span className="text-ink">→ {choice.text}</span> : <span>{says.standings[state]}</span>}
          {decidedBy && <Person id={decidedBy} as={says.decider} />}
          {choice && state === 'expired' && <span>{says.standings.expired}</span>}
          {itemKey && <span className="key">{itemKey}</span>}
          {decisionKind && <span>{decisionKind}</span>}
        </span>
      </Link>
    </li>
  );
}
