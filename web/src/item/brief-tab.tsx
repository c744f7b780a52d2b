import type { Brief, Item } from 'coact';
import type { ReactNode } from 'react';
import { Person } from '../parts/badge.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Verdicts } from './verdicts.tsx';

/** Exactly what an executor is given with the work, in the order in which they read it; the bare answer stands below. */
export function BriefTab({ item }: { item: Item }) {
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () => server.item.brief({ id: item.id }));
  if (!answer) return <TroubleNote trouble={trouble} />;
  return (
    <div className="max-w-[48rem] space-y-5">
      <p className="text-muted">{words.item.brief.intro}</p>
      <Why why={answer.why} />
      <Contract contract={answer.contract} />
      <Authority authority={answer.authority} />
      <SoFar brief={answer} />
      <Attempts brief={answer} />
      <Part title={words.item.brief.howToDeliver}>
        <p className="prose">{answer.howToDeliver}</p>
      </Part>
      <p className="border-l-2 border-edge pl-3 text-muted">{answer.note}</p>
      <details>
        <summary className="min-h-6 text-muted hover:text-ink">{words.item.brief.bare}</summary>
        <pre
          tabIndex={0}
          className="mt-2 max-h-96 overflow-auto rounded-md border border-line p-3 font-mono text-[0.8125rem] break-words whitespace-pre-wrap"
        >
          {JSON.stringify(answer, null, 2)}
        </pre>
      </details>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3 className="mb-1 text-sm text-muted">{title}</h3>
    {children}
  </section>
);

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="list-disc pl-5 marker:text-muted">
    {lines.map((line) => (
      <li key={line} className="prose">
        {line}
      </li>
    ))}
  </ul>
);

const Why = ({ why }: { why: Brief['why'] }) =>
  why.length > 0 && (
    <Part title={words.item.brief.why}>
      <ol className="space-y-2">
        {why.map(({ key, title, outcome }, index) => (
          <li key={key ?? index}>
            <p className="font-medium">
              {key && <span className="key text-muted">{key} </span>}
              {title}
            </p>
            {outcome && <Markdown text={outcome} />}
          </li>
        ))}
      </ol>
    </Part>
  );

const Contract = ({ contract }: { contract: Brief['contract'] }) => (
  <>
    <Part title={words.item.texts.outcome.title}>
      {contract.outcome ? <Markdown text={contract.outcome} /> : words.item.texts.outcome.empty}
    </Part>
    {contract.criteria.length > 0 && (
      <Part title={words.item.criteria.title}>
        <Lines lines={contract.criteria.map(({ id, text, check }) => words.item.brief.criterion(id, text, check))} />
      </Part>
    )}
    {contract.scope.included.length > 0 && (
      <Part title={words.item.scope.included}>
        <Lines lines={contract.scope.included} />
      </Part>
    )}
    {contract.scope.excluded.length > 0 && (
      <Part title={words.item.scope.excluded}>
        <Lines lines={contract.scope.excluded} />
      </Part>
    )}
    {contract.context && (
      <Part title={words.item.texts.context.title}>
        <Markdown text={contract.context} />
      </Part>
    )}
  </>
);

const Authority = ({ authority }: { authority: Brief['authority'] }) => (
  <>
    {(['mayDecide', 'mustAsk', 'mustNot'] as const).map(
      (part) =>
        authority[part].length > 0 && (
          <Part key={part} title={words.item.brief[part]}>
            <Lines lines={authority[part]} />
          </Part>
        ),
    )}
    <Part title={words.item.terms.owner}>
      <Person id={authority.owner} as={words.item.terms.owner} />
    </Part>
  </>
);

const SoFar = ({ brief: { answers, dependencies, openRequests } }: { brief: Brief }) => (
  <>
    {answers.length > 0 && (
      <Part title={words.item.answers}>
        <Lines lines={answers.map(({ question, answer }) => words.item.brief.answered(question, answer))} />
      </Part>
    )}
    {dependencies.length > 0 && (
      <Part title={words.item.brief.dependencies}>
        <Lines lines={dependencies.map(words.item.brief.dependency)} />
      </Part>
    )}
    {openRequests.length > 0 && (
      <Part title={words.item.brief.openRequests}>
        <Lines lines={openRequests.map(({ text }) => text)} />
      </Part>
    )}
  </>
);

const Attempts = ({ brief: { earlierAttempts, contract } }: { brief: Brief }) =>
  earlierAttempts.length > 0 && (
    <Part title={words.item.earlierRuns}>
      <ol className="space-y-2">
        {earlierAttempts.map(({ executor, ending, note, verdicts }, index) => (
          <li key={index}>
            <p className="flex items-center gap-2">
              <Person id={executor} as={words.item.didIt} /> {words.item.ending(ending, null)}
            </p>
            {note && <p className="prose text-muted">{note}</p>}
            <Verdicts verdicts={verdicts} criteria={contract.criteria} />
          </li>
        ))}
      </ol>
    </Part>
  );
