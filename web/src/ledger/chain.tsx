import type { FeedEntry } from 'coact';
import type { ReactNode } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { count, exactly } from '../parts/format.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { FactRow, FactWords } from './fact-row.tsx';

const says = words.ledger;
type ChainProps = { id: string; query: Readonly<Record<string, string>> };

/** One fact whole, between what led to it and what it caused. */
export function Chain({ id, query }: ChainProps) {
  const { answer, trouble } = useQuery(id, () => server.event.chain({ id }));
  return (
    <aside
      aria-label={says.data}
      className="@container min-h-0 w-full min-w-0 overflow-y-auto border-line bg-sheet p-4 lg:w-[30rem] lg:shrink-0 lg:border-l lg:p-6"
    >
      <Button look="quiet" className="float-right" onClick={() => go({ page: 'ledger', chosen: null, query })}>
        {says.close}
      </Button>
      <TroubleNote trouble={trouble} />
      {answer && (
        <>
          <Fact fact={answer.event} />
          <Facts title={says.cause} facts={answer.causes} none={says.noCause} query={query} />
          <Facts title={says.effects} facts={answer.effects} none={says.noEffects} query={query} />
        </>
      )}
    </aside>
  );
}

function Fact({ fact }: { fact: FeedEntry }) {
  const { actor, onBehalfOf, authority, at, position, item, data } = fact;
  return (
    <>
      <h2 className="text-lg font-semibold">
        <FactWords fact={fact} />
      </h2>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&_dt]:text-muted">
        <Term name={says.who}>
          <Person id={actor.kind === 'system' ? null : actor.id} as={says.who} />
        </Term>
        <Term name={says.behalf}>
          {onBehalfOf.length === 0
            ? says.nobodyElse
            : onBehalfOf.map((id) => <Person key={id} id={id} as={says.behalf} />)}
        </Term>
        <Term name={says.authority}>{authority}</Term>
        <Term name={says.when}>{exactly(at)}</Term>
        {item && (
          <Term name={says.item}>
            <ItemLink itemKey={item.key} />
          </Term>
        )}
        <Term name={says.place('')}>{count(position)}</Term>
      </dl>
      <h3 className="mt-5 mb-1.5 font-semibold">{says.data}</h3>
      <pre
        tabIndex={0}
        aria-label={says.data}
        className="max-h-72 overflow-auto rounded-md border border-line bg-paper p-3 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {JSON.stringify(data, null, 2)}
      </pre>
    </>
  );
}

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
  </>
);

type FactsProps = { title: string; facts: readonly FeedEntry[]; none: string; query: ChainProps['query'] };

const Facts = ({ title, facts, none, query }: FactsProps) => (
  <section className="mt-5">
    <h3 className="mb-1 font-semibold">{title}</h3>
    {facts.length === 0 ? (
      <p className="text-muted">{none}</p>
    ) : (
      <ol className="-mx-3 border-t border-line">
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} chosen={false} query={query} />
        ))}
      </ol>
    )}
  </section>
);
