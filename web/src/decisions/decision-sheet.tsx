import type { WholeDecision } from 'coact';
import type { ReactNode } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { amount as money, exactly } from '../parts/format.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { DecisionKnowing } from './decision-knowing.tsx';
import { DecisionRoles } from './decision-roles.tsx';
import { DecisionVotes } from './decision-votes.tsx';

const says = words.decisions;

type Props = { id: string; query: Readonly<Record<string, string>> };

/** One decision: who decided this, when, by what right, and knowing what. */
export function DecisionSheet({ id, query }: Props) {
  const { answer, trouble } = useQuery(id, () => server.decision.get({ id }));
  return (
    <aside
      aria-label={says.title}
      className="min-h-0 min-w-0 flex-1 overflow-y-auto border-line p-4 md:p-6 lg:border-l"
    >
      <Button
        look="quiet"
        className="mb-2 -ml-3 lg:hidden"
        onClick={() => go({ page: 'decisions', chosen: null, query })}
      >
        {says.back}
      </Button>
      <TroubleNote trouble={trouble} />
      {answer && <Whole decision={answer} />}
    </aside>
  );
}

function Whole({ decision }: { decision: WholeDecision }) {
  const { question, itemKey, itemTitle, decisionKind, amount, reversible, state } = decision;
  const terms = [
    says.standings[state],
    decisionKind,
    amount !== null && `${says.amount} ${money(amount)}`,
    reversible !== null && `${says.reversible}: ${reversible ? says.yes : says.no}`,
  ].filter((one): one is string => typeof one === 'string');
  return (
    <article className="max-w-[44rem] space-y-6">
      <header>
        <p className="text-sm text-muted">{terms.join(' · ')}</p>
        <h2 className="prose mt-1 text-lg font-semibold">{question}</h2>
        {itemKey && (
          <p className="mt-1 flex">
            <ItemLink itemKey={itemKey}>{itemTitle}</ItemLink>
          </p>
        )}
      </header>
      <Decided decision={decision} />
      <Choices decision={decision} />
      <DecisionVotes decision={decision} />
      <DecisionRoles decision={decision} />
      <DecisionKnowing decision={decision} />
    </article>
  );
}

function Decided({ decision }: { decision: WholeDecision }) {
  const { decidedBy, decidedAt, authority, reason, choice, askedBy, askedAt } = decision;
  return (
    <dl className="space-y-1.5">
      {choice && <Line title={says.who}>{decidedBy ? <Person id={decidedBy} as={says.who} /> : says.silence}</Line>}
      {decidedAt && (
        <Line title={says.when}>
          <time dateTime={decidedAt}>{exactly(decidedAt)}</time>
        </Line>
      )}
      {authority && <Line title={says.authority}>{words.common.authorityWord(authority)}</Line>}
      {reason && <Line title={says.reason}>{reason}</Line>}
      <Line title={says.asked}>
        <Person id={askedBy} as={says.asked} /> · <time dateTime={askedAt}>{exactly(askedAt)}</time>
      </Line>
    </dl>
  );
}

const Line = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid grid-cols-[8.5rem_1fr] items-baseline gap-3">
    <dt className="text-muted">{title}</dt>
    <dd className="prose min-w-0">{children}</dd>
  </div>
);

/** The options, with the one that was chosen and the one that was recommended. */
function Choices({ decision: { options, choice, recommendation, keptBack } }: { decision: WholeDecision }) {
  return (
    <section aria-label={says.options}>
      <h3 className="mb-1 text-sm text-muted">{says.options}</h3>
      <ul className="space-y-1.5">
        {options.map(({ id, text, consequences }) => (
          <li
            key={id}
            className={`rounded-md border px-3 py-1.5 ${choice?.id === id ? 'border-accent bg-accent-soft' : 'border-line'}`}
          >
            <span className="font-medium">{text}</span>{' '}
            {consequences && <span className="text-muted">{consequences}</span>}
            <span className="ml-2 text-sm text-muted">
              {[choice?.id === id && says.chosen, recommendation?.option === id && says.recommended]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {keptBack && <p className="mt-1.5 text-sm text-muted">{says.hidden}</p>}
      {recommendation?.reason && (
        <p className="prose mt-1.5 text-sm text-muted">
          {says.recommended}: {recommendation.reason}
        </p>
      )}
    </section>
  );
}
